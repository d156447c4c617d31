using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;

namespace Tedori.Functions.Http;

/// <summary>
/// The session of a company with one case: a signed cookie under the path of that case, so that several cases may be open
/// in one browser. It ends with its time, with the company's sign-out, and when the link that began it is voided.
/// </summary>
public sealed class CompanySessions(IDataProtectionProvider protection, CaseAccess access, PublicAddress address, IClock clock)
{
    /// <summary>How long a session lasts after the link was opened.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(8);

    private const string Name = "tedori-session";
    private readonly IDataProtector protector = protection.CreateProtector("Tedori.CompanySession.v1");

    /// <summary>Starts one.</summary>
    public void Start(HttpResponse response, CaseLink link)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(link);
        var expires = (clock.GetCurrentInstant() + Lifetime).ToUnixTimeSeconds();
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{link.CaseId}|{link.Generation}|{expires}|{link.Notice}");
        var value = WebEncoders.Base64UrlEncode(protector.Protect(Encoding.UTF8.GetBytes(text)));
        response.Cookies.Append(Name, value, Options(link.CaseId));
    }

    /// <summary>Ends it in this browser.</summary>
    public void End(HttpResponse response, CaseId caseId)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Delete(Name, Options(caseId));
    }

    /// <summary>The session of a request with a case, or null where it has none that is valid now.</summary>
    public async Task<CaseLink?> OfAsync(HttpRequest request, CaseId caseId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Read(request.Cookies[Name]) is { } session && session.CaseId == caseId
            && await access.IsValidAsync(session, cancellation)
                ? session
                : null;
    }

    private CaseLink? Read(string? value)
    {
        try
        {
            return value is { Length: > 0 and < 2048 }
                ? Parse(Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(value))).Split('|'))
                : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private CaseLink? Parse(string[] parts) => parts switch
    {
        // Sessions of before links were told apart.
        [var id, var generation, var expires] => Parse([id, generation, expires, ""]),
        [var id, var generation, var expires, var notice]
            when clock.GetCurrentInstant().ToUnixTimeSeconds() < long.Parse(expires, CultureInfo.InvariantCulture) =>
            new(
                CaseId.Parse(id), int.Parse(generation, CultureInfo.InvariantCulture),
                notice.Length == 0 ? null : NoticeId.Parse(notice)),
        _ => null,
    };

    private CookieOptions Options(CaseId caseId) => new()
    {
        HttpOnly = true,
        // Lax: the first request comes from a mail reader, and the browser must show the case at once to who has a session.
        SameSite = SameSiteMode.Lax,
        Secure = address.Base?.Scheme == Uri.UriSchemeHttps,
        Path = $"/my/{caseId}",
        IsEssential = true,
    };
}
