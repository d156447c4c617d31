using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Serialization;

namespace Tedori.Programme.Post;

/// <summary>
/// What a request that records an envelope sent under its key: the same again is the same envelope, anything else is
/// another one.
/// </summary>
public static class EnvelopeContent
{
    /// <summary>SHA-256 of it, 64 hexadecimal digits; what became of the envelope since makes no difference.</summary>
    public static string Of(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var sent = envelope with
        {
            Readings = [.. envelope.Readings.Take(1).Select(r => r with { At = Instant.FromUnixTimeSeconds(0) })],
            State = default,
            Refusal = null,
            Decision = null,
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TedoriJson.Write(sent))));
    }
}
