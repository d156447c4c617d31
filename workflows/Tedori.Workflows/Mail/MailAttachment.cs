using System.Security.Cryptography;

namespace Tedori.Workflows.Mail;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">Name under which it is saved.</param>
/// <param name="ContentType">What it is, for example application/pdf.</param>
/// <param name="Content">The file, at most <see cref="MostBytes"/> long.</param>
public sealed record MailAttachment(string Name, string ContentType, byte[] Content)
{
    /// <summary>Longest file that goes with a mail: mail servers of companies refuse much longer ones.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The file.</summary>
    /// <exception cref="ArgumentException">It is longer than goes with a mail.</exception>
    public byte[] Content { get; } = Content.Length <= MostBytes
        ? Content
        : throw new ArgumentException($"{Content.Length} bytes do not go with a mail.", nameof(Content));

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));
}
