using System.Security.Cryptography;
using System.Text;

namespace Tedori.Functions.Mail;

/// <summary>The key by which the mail server signs its reports: ECDSA P-256 over the timestamp and the body.</summary>
public sealed class MailEventsKey
{
    /// <summary>For a platform whose mail server does not report: nothing is ever rightly signed.</summary>
    public static readonly MailEventsKey None = new((byte[]?)null);

    private readonly byte[]? subjectPublicKeyInfo;

    private MailEventsKey(byte[]? subjectPublicKeyInfo) => this.subjectPublicKeyInfo = subjectPublicKeyInfo;

    /// <summary>Reads a public key: base64 of its SubjectPublicKeyInfo, as the mail server shows it.</summary>
    public static bool TryParse(string text, out MailEventsKey key)
    {
        key = None;
        try
        {
            var bytes = Convert.FromBase64String(text);
            using var algorithm = Import(bytes);
            if (algorithm.KeySize != 256)
                return false;
            key = new(bytes);
            return true;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether the signature (base64 of its DER form) is of this timestamp and body.</summary>
    public bool Verifies(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        var der = new byte[128];
        if (subjectPublicKeyInfo is null || !Convert.TryFromBase64String(signature, der, out var length))
            return false;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(timestamp));
        digest.AppendData(body);
        using var algorithm = Import(subjectPublicKeyInfo);
        return algorithm.VerifyHash(
            digest.GetHashAndReset(), der.AsSpan(0, length), DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa Import(byte[] bytes)
    {
        var algorithm = ECDsa.Create();
        algorithm.ImportSubjectPublicKeyInfo(bytes, out _);
        return algorithm;
    }
}
