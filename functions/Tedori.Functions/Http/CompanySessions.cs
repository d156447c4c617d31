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
    /// <summary>How long a session lasts after it was used last.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(8);

    // Not each of the many requests of a page needs a new cookie.
    private static readonly Duration Unrenewed = Duration.FromMinutes(10);

    private const int IdBytes = 16;
    private const int IdCharacters = 22;
    private const string Name = "tedori-session";
    private readonly IDataProtector protector = protection.CreateProtector("Tedori.CompanySession.v1");

    /// <summary>Starts one.</summary>
    public void Start(HttpResponse response, CaseLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        Keep(response, link, WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes)));
    }

    /// <summary>Ends it, in this browser and wherever else its cookie may lie.</summary>
    public Task EndAsync(HttpResponse response, CompanySession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(session);
        var (id, now) = (session.Link.CaseId, clock.GetCurrentInstant());
        response.Cookies.Delete(Name, Options(id));
        // A copy of the cookie may have been renewed this moment.
        return access.EndAsync(id, new(session.Id, now + Lifetime), now, cancellation);
    }

    /// <summary>The session of a request with a case, or null where it has none that is valid now.</summary>
    public async Task<CompanySession?> OfAsync(HttpRequest request, CaseId caseId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Read(request.Cookies[Name]) is { } session && session.Link.CaseId == caseId
            && await access.IsValidAsync(session.Link, session.Id, cancellation)
                ? session
                : null;
    }

    /// <summary>Lets a session that is used last as long again as a new one.</summary>
    /// <returns>The session as it is now.</returns>
    public CompanySession Renew(HttpResponse response, CompanySession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Ends - clock.GetCurrentInstant() > Lifetime - Unrenewed
            ? session
            : session with { Ends = Keep(response, session.Link, session.Id) };
    }

    private Instant Keep(HttpResponse response, CaseLink link, string id)
    {
        ArgumentNullException.ThrowIfNull(response);
        var ends = Instant.FromUnixTimeSeconds((clock.GetCurrentInstant() + Lifetime).ToUnixTimeSeconds());
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{link.CaseId}|{link.Generation}|{ends.ToUnixTimeSeconds()}|{link.Notice}|{link.Binding}|{id}");
        var value = WebEncoders.Base64UrlEncode(protector.Protect(Encoding.UTF8.GetBytes(text)));
        response.Cookies.Append(Name, value, Options(link.CaseId));
        return ends;
    }

    private CompanySession? Read(string? value)
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

    private CompanySession? Parse(string[] parts) => parts switch
    {
        // Sessions of before links were told apart, and of before sessions were.
        [var id, var generation, var ends] => Parse([id, generation, ends, "", "", Named(parts)]),
        [var id, var generation, var ends, var notice] => Parse([id, generation, ends, notice, "", Named(parts)]),
        [var id, var generation, var ends, var notice, var binding, var session]
            when Time(ends) is var end && clock.GetCurrentInstant() < end =>
            new(
                new(
                    CaseId.Parse(id), int.Parse(generation, CultureInfo.InvariantCulture),
                    notice.Length == 0 ? null : NoticeId.Parse(notice))
                {
                    Binding = binding.Length == 0 ? null : binding,
                },
                session, end),
        _ => null,
    };

    private static string Named(string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))))[..IdCharacters];

    private static Instant Time(string text) =>
        Instant.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));

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
