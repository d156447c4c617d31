using Microsoft.AspNetCore.Http;
using Tedori.Functions.Components;

namespace Tedori.Functions.Http;

/// <summary>The headers of every answer.</summary>
public sealed class SecurityHeaders(PublicAddress address)
{
    private readonly string policy = string.Join("; ",
        "default-src 'none'",
        $"style-src {ShellStyle.Source} {StaffStyle.Source}",
        "script-src 'self'",
        $"connect-src 'self' {address.Uploads}".TrimEnd(),
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");

    // The console shows mails before they leave, in frames that are a sandbox and have the policy of their page: in them, and in no
    // script's hands, an element may look as mails look.
    private static readonly string Mails = $"; style-src-attr {MailStyle.Source}";

    /// <summary>Sets them. A page that needs less may set its own afterwards.</summary>
    public void Set(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            response.HttpContext.Request.Path.StartsWithSegments("/staff", StringComparison.Ordinal) ? policy + Mails : policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // In the words of the form's tokens, which would warn of any others.
        headers.CacheControl = "no-cache, no-store";
        if (address.Base?.Scheme == Uri.UriSchemeHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
