using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MimeKit;
using MimeKit.Tnef;
using Tedori.Programme.Evidence;

namespace Tedori.Functions.Inbound;

/// <summary>The parts of a mail in their order: its text, its files, and what a report says.</summary>
internal sealed class MimeParts
{
    private const int MostFiles = 100;
    private readonly List<(string Name, byte[] Content)> files = [];
    private string? plain;
    private string? html;

    private MimeParts()
    {
    }

    /// <summary>The text: the plain one where there is one, else what the markup says.</summary>
    public string Text => plain ?? html ?? "";

    /// <summary>The files with their contents.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files => files;

    /// <summary>How many more files it has than are listed.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Whether it has markup, also such that says nothing as a text: a picture.</summary>
    public bool HasMarkup { get; private set; }

    /// <summary>The first text with markup, or null.</summary>
    public string? Markup { get; private set; }

    /// <summary>To whom the mail that was not delivered was sent, or null.</summary>
    public string? FailedTo { get; private set; }

    /// <summary>Whether content is encrypted; what is only signed, as a whole or beside it, is read.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Whether it reports on the delivery of another mail.</summary>
    public bool IsDeliveryReport { get; private set; }

    /// <summary>Whether it tells that a mail was shown or deleted (RFC 8098): a program wrote it.</summary>
    public bool IsReadReceipt { get; private set; }

    /// <summary>Id of the mail that was not delivered, or null.</summary>
    public string? Failed { get; private set; }

    /// <summary>To which address that mail asked to be answered, as the report returns its head, or null.</summary>
    public string? FailedReplyTo { get; private set; }

    /// <summary>Takes a mail apart.</summary>
    public static MimeParts Of(MimeMessage message)
    {
        var parts = new MimeParts();
        if (message.Body is { } body)
            parts.Take(body);
        return parts;
    }

    private void Take(MimeEntity entity)
    {
        switch (entity)
        {
            case Multipart { ContentType: { MediaSubtype: "report" } type } report
                when Is(type.Parameters["report-type"], "delivery-status"):
                TakeReport(report);
                break;
            case Multipart { ContentType: { MediaSubtype: "report" } type } receipt
                when Is(type.Parameters["report-type"], "disposition-notification"):
                IsReadReceipt = true;
                foreach (var part in receipt)
                    Take(part);
                break;
            case Multipart { ContentType.MediaSubtype: var subtype } when Is(subtype, "encrypted"):
                IsEncrypted = true;
                break;
            case Multipart { Count: 0, Preamble: { } text }:
                plain ??= MimeText.Seen(text, lines: true) is { Length: > 0 } seen ? seen : null;
                break;
            case Multipart multipart:
                foreach (var part in multipart)
                    Take(part);
                break;
            case MessagePart { Message: { } nested }:
                Add(NameOf(nested.Subject, "メール") + ".eml", Written(nested));
                break;
            case TnefPart tnef:
                TakeTnef(tnef);
                break;
            case MimePart part:
                TakePart(part);
                break;
        }
    }

    private void TakePart(MimePart part)
    {
        var type = part.ContentType;
        if (type.IsMimeType("application", "pkcs7-signature") || type.IsMimeType("application", "x-pkcs7-signature")
            || type.IsMimeType("application", "pgp-signature"))
            return;
        if (type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime"))
        {
            if (SignedIn(part) is { } signed)
                Take(signed);
            else
                IsEncrypted = true;
        }
        else if (part is TextPart text && !part.IsAttachment && part.FileName is null)
        {
            var read = MimeText.Of(text);
            if (text.IsHtml && text.Content is { Stream.Length: > 0 })
            {
                HasMarkup = true;
                Markup ??= MimeText.MarkupOf(text);
            }

            if (read.Length == 0)
                return;
            if (text.IsHtml)
                html ??= read;
            else
                plain = plain is null ? read : plain + "\n\n" + read;
        }
        else
        {
            Add(NameOf(part.FileName, "添付ファイル"), MimeText.BytesOf(part));
        }
    }

    // What is signed as a whole stands in it unencrypted, and is read as if nobody had signed it: what a signature proves is not
    // asked here. Null of what is encrypted.
    private static MimeEntity? SignedIn(MimePart part)
    {
        try
        {
            var signed = new SignedCms();
            signed.Decode(MimeText.BytesOf(part));
            return signed.ContentInfo.Content is { Length: > 0 } content ? MimeEntity.Load(new MemoryStream(content)) : null;
        }
        catch (Exception e) when (e is CryptographicException || MimeMailReader.IsOfContent(e))
        {
            return null;
        }
    }

    // What Outlook packs into one part (winmail.dat); what cannot be unpacked stays the file that it is.
    private void TakeTnef(TnefPart tnef)
    {
        var before = (files.Count, Text);
        try
        {
            foreach (var inner in tnef.ExtractAttachments().OfType<MimePart>())
                TakePart(inner);
        }
        catch (Exception e) when (MimeMailReader.IsOfContent(e))
        {
            Add(NameOf(tnef.FileName, "winmail.dat"), MimeText.BytesOf(tnef));
        }

        if ((files.Count, Text) == before)
            Add(NameOf(tnef.FileName, "winmail.dat"), MimeText.BytesOf(tnef));
    }

    private void TakeReport(Multipart report)
    {
        IsDeliveryReport = true;
        var failed = report.OfType<MessageDeliveryStatus>()
            .SelectMany(s => s.StatusGroups).FirstOrDefault(g => Is(g["Action"]?.Trim(), "failed"));
        FailedTo = failed?["Final-Recipient"]?.Split(';', 2)[^1].Trim();
        foreach (var part in report)
        {
            if (part is TextPart text && !text.ContentType.IsMimeType("text", "rfc822-headers"))
                plain ??= MimeText.Of(text);
            if (failed is not null && HeadIn(part) is { } head)
            {
                Failed ??= head[HeaderId.MessageId]?.Trim('<', '>', ' ');
                FailedReplyTo ??= InternetAddressList.TryParse(head[HeaderId.ReplyTo] ?? "", out var reply)
                    ? reply.Mailboxes.FirstOrDefault()?.Address
                    : null;
            }
        }
    }

    // The head of the mail that a report returns.
    private static HeaderList? HeadIn(MimeEntity part) => part switch
    {
        MessagePart { Message: { } returned } => returned.Headers,
        TextPart { ContentType: var type } heads when type.IsMimeType("text", "rfc822-headers") =>
            HeaderList.Load(new MemoryStream(MimeText.BytesOf(heads))),
        _ => null,
    };

    private void Add(string name, byte[] content)
    {
        if (files.Count < MostFiles)
            files.Add((name, content));
        else
            LeftOut++;
    }

    // Of a path, which no mail program should send, the file.
    private static string NameOf(string? name, string otherwise) =>
        FileName.Clean(MimeText.Head(name?[(name.LastIndexOfAny(['/', '\\']) + 1)..], most: 100))
            is { Length: > 0 } clean ? clean : otherwise;

    private static byte[] Written(MimeMessage message)
    {
        using var content = new MemoryStream();
        message.WriteTo(content);
        return content.ToArray();
    }

    private static bool Is(string? value, string known) => string.Equals(value, known, StringComparison.OrdinalIgnoreCase);
}
