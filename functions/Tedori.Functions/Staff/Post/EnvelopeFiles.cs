using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Programme.Serialization;

namespace Tedori.Functions.Staff.Post;

/// <summary>
/// The files of an envelope between its preview and its record: a browser does not send them twice. Signed, so that nobody names a
/// file that was not sent with this form.
/// </summary>
public sealed class EnvelopeFiles(IDataProtectionProvider protection)
{
    /// <summary>Most characters of what is read.</summary>
    public const int MostCharacters = 40_000;

    private readonly IDataProtector protector = protection.CreateProtector("Tedori.EnvelopeFiles.v1");

    /// <summary>What stands in the form.</summary>
    public string Write(CaseId id, KeptEnvelopeFiles files) => WebEncoders.Base64UrlEncode(
        protector.Protect(Encoding.UTF8.GetBytes($"{id}|{TedoriJson.Write(files)}")));

    /// <summary>The files of a form about this case, or null where it has none.</summary>
    public KeptEnvelopeFiles? Read(CaseId id, string text)
    {
        if (text.Length is 0 or > MostCharacters)
            return null;
        try
        {
            var plain = Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
            var bar = plain.IndexOf('|', StringComparison.Ordinal);
            return plain[..bar] == id.ToString() ? TedoriJson.Read<KeptEnvelopeFiles>(plain[(bar + 1)..]) : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>The files of an envelope.</summary>
/// <param name="Files">All of them.</param>
/// <param name="Photo">SHA-256 of the photo of the envelope.</param>
public sealed record KeptEnvelopeFiles(IReadOnlyList<EvidenceFile> Files, string Photo);
