using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using NodaTime;
using Tedori.Programme.Inbound;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Inbound;

/// <summary>Reads mails with MimeKit.</summary>
internal sealed class MimeMailReader : IMailReader
{
    private const int MostAddress = 254;
    private const int MostName = 100;
    private const int MostSubject = 300;
    private const int MostIds = 50;
    private const int LongestHead = 64 * 1024;

    private static readonly ParserOptions Options;

    // Before MimeKit looks for the codings that there are, which it does once: heads are in those of Japan too.
    static MimeMailReader()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Options = new() { MaxMimeDepth = 20, MaxAddressGroupDepth = 2, CharsetEncoding = Encoding.GetEncoding(932) };
    }

    /// <inheritdoc/>
    public ReceivedMail Read(ReadOnlyMemory<byte> raw)
    {
        if (Parse(raw) is not var (message, parts))
            return HeadOf(raw);
        var from = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var address = MimeText.Seen(from?.Address, lines: false, MostAddress);
        return new()
        {
            Facts = FactsOf(message, parts, address),
            From = address,
            FromName = MimeText.Head(from?.Name, MostName),
            To = [.. Addresses(message)],
            Subject = MimeText.Head(message.Subject, MostSubject),
            MessageId = message.MessageId,
            Answers = [.. AnswersOf(message).Take(MostIds)],
            WrittenAt = message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue
                ? Instant.FromDateTimeOffset(message.Date)
                : null,
            Text = parts.Text,
            HasMarkup = parts.Markup is not null,
            FilesLeftOut = parts.LeftOut,
            Failed = parts.Failed,
            FailedTo = parts.FailedTo,
            FailedReplyTo = parts.FailedReplyTo,
            IsCut = message.Body is Multipart { Boundary: { Length: > 0 } boundary }
                && raw.Span.IndexOf(Encoding.Latin1.GetBytes($"--{boundary}--")) < 0,
            Files = [.. parts.Files.Select(f => new InboundFile(
                f.Name, f.Content.Length, Convert.ToHexStringLower(SHA256.HashData(f.Content))))],
        };
    }

    /// <inheritdoc/>
    public byte[]? FileOf(ReadOnlyMemory<byte> raw, int place) =>
        Parse(raw) is var (_, parts) && place >= 0 && place < parts.Files.Count ? parts.Files[place].Content : null;

    /// <inheritdoc/>
    public string? MarkupOf(ReadOnlyMemory<byte> raw) => Parse(raw) is var (_, parts) ? parts.Markup : null;

    /// <summary>Whether a failure is one of the mail's content, so that it is told and not thrown.</summary>
    internal static bool IsOfContent(Exception e) => e is FormatException or ArgumentException or IOException
        or InvalidOperationException or NotSupportedException or OverflowException or IndexOutOfRangeException;

    private static (MimeMessage Message, MimeParts Parts)? Parse(ReadOnlyMemory<byte> raw)
    {
        if (raw.IsEmpty || !MimeGuard.Admits(raw.Span))
            return null;
        var bytes = MemoryMarshal.TryGetArray(raw, out var array) ? array : new(raw.ToArray());
        try
        {
            using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
            var message = new MimeParser(Options, stream, MimeFormat.Entity).ParseMessage();
            return (message, MimeParts.Of(message));
        }
        catch (Exception e) when (IsOfContent(e))
        {
            return null;
        }
    }

    // Who wrote it and about what is seen also of what cannot be taken apart.
    private static ReceivedMail HeadOf(ReadOnlyMemory<byte> raw)
    {
        var facts = new InboundFacts { Readable = false };
        try
        {
            using var stream = new MemoryStream(raw[..Math.Min(raw.Length, LongestHead)].ToArray());
            var head = HeaderList.Load(Options, stream);
            var from = InternetAddressList.TryParse(Options, head[HeaderId.From] ?? "", out var list)
                ? list.Mailboxes.FirstOrDefault()
                : null;
            return new()
            {
                Facts = facts,
                From = MimeText.Seen(from?.Address, lines: false, MostAddress),
                FromName = MimeText.Head(from?.Name, MostName),
                Subject = MimeText.Head(head[HeaderId.Subject], MostSubject),
            };
        }
        catch (Exception e) when (IsOfContent(e))
        {
            return new() { Facts = facts };
        }
    }

    private static InboundFacts FactsOf(MimeMessage message, MimeParts parts, string from)
    {
        var head = message.Headers;
        return new()
        {
            NullSender = head[HeaderId.ReturnPath] is { } path && path.Trim() is "<>" or "",
            IsDeliveryReport = parts.IsDeliveryReport || head.Contains("X-Failed-Recipients")
                || from.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase),
            AutoSubmitted = head["Auto-Submitted"],
            Precedence = head["Precedence"],
            MarkedAutomatic = parts.IsReadReceipt || head.Contains("X-Autoreply") || head.Contains("X-Autorespond"),
            MarkedList = head.Contains("List-Id") || head.Contains("List-Post") || head.Contains("List-Unsubscribe"),
            IsEncrypted = parts.IsEncrypted,
            HasText = parts.Text.Length > 0 || parts.HasMarkup,
            Files = parts.Files.Count,
            Subject = MimeText.Head(message.Subject, MostSubject),
        };
    }

    private static IEnumerable<string> Addresses(MimeMessage message) => message.To.Mailboxes.Concat(message.Cc.Mailboxes)
        .Select(m => m.Address)
        .Concat(message.Headers.Where(h => h.Field.Equals("Delivered-To", StringComparison.OrdinalIgnoreCase)
            || h.Field.Equals("X-Original-To", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value))
        .Select(a => MimeText.Seen(a, lines: false, MostAddress)).Where(a => a.Length > 0).Distinct().Take(MostIds);

    private static IEnumerable<string> AnswersOf(MimeMessage message) =>
        (message.InReplyTo is { } answered ? new[] { answered } : []).Concat(message.References.Reverse()).Distinct();
}
