using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Programme;

namespace Tedori.Functions.Public.Entries;

/// <summary>
/// Lets the browser that entered see its receipt for half an hour: a signed cookie under the receipt's own path,
/// because receipt numbers can be guessed.
/// </summary>
public sealed class EntryReceipts(IDataProtectionProvider protection, PublicAddress address, IClock clock)
{
    /// <summary>Where the receipt is shown.</summary>
    public const string Path = "/entry/receipt";

    /// <summary>Where it is as PDF: below its own path, to which the cookie is sent.</summary>
    public const string PaperPath = Path + "/receipt.pdf";

    /// <summary>How long.</summary>
    public static readonly Duration Lifetime = Duration.FromMinutes(30);

    private const string Name = "tedori-receipt";
    private readonly IDataProtector protector = protection.CreateProtector("Tedori.EntryReceipt.v1");

    /// <summary>Hands the receipt of a case to the browser.</summary>
    public void Give(HttpResponse response, CaseId caseId)
    {
        ArgumentNullException.ThrowIfNull(response);
        var expires = (clock.GetCurrentInstant() + Lifetime).ToUnixTimeSeconds();
        var text = string.Create(CultureInfo.InvariantCulture, $"{caseId}|{expires}");
        response.Cookies.Append(Name,
            WebEncoders.Base64UrlEncode(protector.Protect(Encoding.UTF8.GetBytes(text))), new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = address.Base?.Scheme == Uri.UriSchemeHttps,
                Path = Path,
                IsEssential = true,
            });
    }

    /// <summary>The case whose receipt the browser may see now, or null.</summary>
    public CaseId? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return request.Cookies[Name] is { Length: > 0 and < 1024 } value
                && Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(value))).Split('|')
                    is [var id, var expires]
                && clock.GetCurrentInstant().ToUnixTimeSeconds() < long.Parse(expires, CultureInfo.InvariantCulture)
                    ? CaseId.Parse(id)
                    : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            // A receipt that is not ours shows nothing, as without one.
            return null;
        }
    }
}
