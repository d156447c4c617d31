using System.Security.Cryptography;
using System.Text;

namespace Tedori.Local.Mail;

/// <summary>Addresses and ids of messages, kept to what goes into a header as it stands.</summary>
internal static class MailAddress
{
    /// <summary>Refuses what is no address, or would break out of its header.</summary>
    public static void Check(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        var at = address.LastIndexOf('@');
        var plain = address.All(static c => c is > ' ' and < '\x7f' and not ('<' or '>' or ','));
        if (at < 1 || at == address.Length - 1 || !plain)
            throw new ArgumentException($"'{address}' is no mail address.", nameof(address));
    }

    /// <summary>The Message-ID of a notice: its own id where that is plain, a digest of it where not.</summary>
    public static string MessageId(string noticeId, string domain)
    {
        var plain = noticeId.Length <= 200 &&
            noticeId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') &&
            !noticeId.Contains("..", StringComparison.Ordinal) && noticeId[0] != '.' && noticeId[^1] != '.';
        return $"{(plain ? noticeId : Digest(noticeId))}@{domain}";
    }

    /// <summary>32 hexadecimal digits that stand for a text.</summary>
    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
