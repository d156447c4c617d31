using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;
using Tedori.Functions.Http;

namespace Tedori.Functions.Mail;

/// <summary>A post of the mail server, signed over its timestamp and its body.</summary>
internal static class SignedPost
{
    /// <summary>The header of the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header of the timestamp, in seconds since 1970, that is signed along with the body.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static readonly Duration ReplayWindow = Duration.FromMinutes(10);

    /// <summary>Whether it is signed with the key and not older than ten minutes, inclusive.</summary>
    public static bool Holds(HttpRequest request, ReadOnlySpan<byte> body, MailEventsKey key, Instant now)
    {
        var timestamp = request.Headers[TimestampHeader].ToString();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 100_000_000_000)
            return false;
        var age = now - Instant.FromUnixTimeSeconds(seconds);
        return age <= ReplayWindow && -age <= ReplayWindow
            && key.Verifies(request.Headers[SignatureHeader].ToString(), timestamp, body);
    }

    /// <summary>The body, or null where it is too long: no more than the limit is ever held.</summary>
    public static async Task<ReadOnlyMemory<byte>?> BodyAsync(
        HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
            return null;
        // The server's own limit would end the connection before the answer is read.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = UnreadBody.Most;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (body.Length + read > most)
                    return null;
                body.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server's own limit, of a body whose length nobody announced.
            return null;
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
