using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Http;
using Tedori.Functions.Settings;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Development;

/// <summary>
/// Made-up members of staff, for one machine: whoever reaches the loopback address may be any of them.
/// </summary>
public sealed class DevelopmentSignIn(IDataProtectionProvider protection) : IStaffSignIn
{
    private const string Cookie = "tedori-staff";
    private readonly IDataProtector protector = protection.CreateProtector("Tedori.DevelopmentSignIn.v1");

    /// <summary>The people one can be.</summary>
    public static readonly IReadOnlyList<StaffMember> People =
    [
        new("dev-aoki", "青木 花(閲覧者)", [StaffRole.Viewer]),
        new("dev-ito", "伊藤 健(審査担当者)", [StaffRole.Reviewer]),
        new("dev-ueda", "上田 真(審査担当者)", [StaffRole.Reviewer]),
        new("dev-endo", "遠藤 香(承認者)", [StaffRole.Approver]),
        new("dev-ono", "小野 徹(承認者)", [StaffRole.Approver]),
        new("dev-kato", "加藤 恵(管理者)", [StaffRole.Administrator]),
        new("dev-sasaki", "佐々木 学(商工会議所)", [StaffRole.Chamber]),
    ];

    /// <summary>The sign-in of a served folder.</summary>
    public static IStaffSignIn From(IServiceProvider services) =>
        new DevelopmentSignIn(services.GetRequiredService<IDataProtectionProvider>());

    /// <inheritdoc/>
    public string SignInPath => "/local/sign-in";

    /// <inheritdoc/>
    public string SignOutPath => "/local/sign-in";

    /// <inheritdoc/>
    public StaffMember? Of(HttpRequest request) =>
        Loopback.Asks(request) && Read(request.Cookies[Cookie]) is { } id
            ? People.FirstOrDefault(p => p.Id == id)
            : null;

    /// <summary>Signs a person in, or out with null.</summary>
    public void SignIn(HttpResponse response, StaffMember? member)
    {
        var options =
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
        if (member is null)
            response.Cookies.Delete(Cookie, options);
        else
            response.Cookies.Append(
                Cookie, WebEncoders.Base64UrlEncode(protector.Protect(Encoding.UTF8.GetBytes(member.Id))), options);
    }

    private string? Read(string? value)
    {
        try
        {
            return value is { Length: > 0 and < 2048 }
                ? Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(value)))
                : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            // Nobody of the office, as without a cookie.
            return null;
        }
    }
}
