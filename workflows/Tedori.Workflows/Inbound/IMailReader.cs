namespace Tedori.Workflows.Inbound;

/// <summary>Reads mails in the format of the internet (RFC 5322, MIME). What cannot be read is told, never thrown.</summary>
public interface IMailReader
{
    /// <summary>Reads a mail. No part of it costs more than its length.</summary>
    ReceivedMail Read(ReadOnlyMemory<byte> raw);

    /// <summary>The content of one of its files, by the place in which <see cref="ReceivedMail.Files"/> has it, or null.</summary>
    byte[]? FileOf(ReadOnlyMemory<byte> raw, int place);

    /// <summary>Its text with markup as a stranger wrote it, or null where it has none. Nobody may see it as it is.</summary>
    string? MarkupOf(ReadOnlyMemory<byte> raw);
}
