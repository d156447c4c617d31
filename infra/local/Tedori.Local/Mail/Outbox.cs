using System.Security.Cryptography;
using System.Text;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Mail;

namespace Tedori.Local.Mail;

/// <summary>
/// The mail server of one machine: keeps every message as it would be sent, and sends none. A notice that is handed
/// over again gets the receipt of the first time; that it was is kept and can be counted.
/// </summary>
public sealed class Outbox : IMail, IAsyncDisposable
{
    private const int PageLength = 500;

    private readonly Lock turn = new();
    private readonly Database database;
    private readonly OutboxTable table;
    private readonly MailSender sender;
    private readonly Func<OutgoingMail, bool> deliversAtOnce;
    private readonly HashSet<string> own = [];

    /// <summary>Opens the file, creating it where it is absent.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="durability">What an acknowledged message survives.</param>
    /// <param name="sender">Who the messages come from; the office of one machine where null.</param>
    /// <param name="deliversAtOnce">Whether delivery is reported with the receipt; always, where null.</param>
    /// <param name="shared">A transaction over this and other files, which is committed by who owns it.</param>
    public Outbox(
        string file,
        Durability durability = Durability.Full,
        MailSender? sender = null,
        Func<OutgoingMail, bool>? deliversAtOnce = null,
        SharedTransaction? shared = null)
    {
        this.sender = sender ?? MailSender.Office;
        this.deliversAtOnce = deliversAtOnce ?? (static _ => true);
        database = Database.Open(file, durability);
        OutboxTable.Prepare(database);
        database = shared?.Join(database) ?? database;
        table = new OutboxTable(database);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It has no notice id, or an address that no server would take.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentException.ThrowIfNullOrWhiteSpace(mail.NoticeId);
        MailAddress.Check(mail.To);
        cancellation.ThrowIfCancellationRequested();
        var delivered = deliversAtOnce(mail);
        lock (turn)
        {
            if (!table.Keep(AsSent(mail, delivered)))
                return Task.FromResult(AgainOf(mail));
            own.Add(mail.NoticeId);
            return Task.FromResult(new MailReceipt(MessageIdOf(mail), delivered));
        }
    }

    /// <inheritdoc/>
    public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return Task.FromResult<MailAnswer>(
            Find(mail.NoticeId) is { } kept ? new MailAnswer.Taken(ReceiptOf(kept)) : new MailAnswer.NotTaken());
    }

    /// <summary>Messages that were handed over once more; a mail server would have sent them twice.</summary>
    public IReadOnlyList<DoubleMail> Doubles()
    {
        lock (turn)
            return table.Doubles();
    }

    /// <summary>How many messages there are whose notice id starts so.</summary>
    public int Count(string prefix = "")
    {
        lock (turn)
            return table.Count(prefix);
    }

    /// <summary>A page of the messages whose notice id starts so (a case id, say), newest first.</summary>
    public IReadOnlyList<SentMail> Newest(int skip, int take, string prefix = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        lock (turn)
            return table.Newest(skip, take, prefix);
    }

    /// <summary>The message that carried a notice, or null.</summary>
    public SentMail? Find(string noticeId)
    {
        lock (turn)
            return table.Find(noticeId);
    }

    /// <summary>All messages in order of time, then notice id.</summary>
    public IAsyncEnumerable<SentMail> AllAsync(CancellationToken cancellation = default) =>
        All(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (turn)
            database.Dispose();
        return ValueTask.CompletedTask;
    }

    private MailReceipt AgainOf(OutgoingMail mail)
    {
        var first = table.Find(mail.NoticeId)!;
        var same = (first.To, first.Subject, first.Text) == (mail.To, mail.Subject, mail.Text);
        table.KeepDouble(new(mail.NoticeId, mail.At, same, !own.Contains(mail.NoticeId)));
        return ReceiptOf(first);
    }

    private static MailReceipt ReceiptOf(SentMail mail) => new(mail.MessageId, mail.Delivered);

    private IEnumerable<SentMail> All(CancellationToken cancellation)
    {
        SentMail? last = null;
        List<SentMail> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            lock (turn)
                page = table.After(last, PageLength);
            foreach (var mail in page)
                yield return mail;
            last = page.Count > 0 ? page[^1] : last;
        }
        while (page.Count == PageLength);
    }

    private SentMail AsSent(OutgoingMail mail, bool delivered) => new(
        mail.NoticeId, MessageIdOf(mail), sender.Address, sender.Name, mail.To, mail.ToName,
        mail.Subject, mail.Text, mail.Html, mail.At, delivered)
    {
        ReplyTo = mail.ReplyTo,
        Attachments = [.. mail.Attachments.Select(f => $"{f.Name} {f.Sha256}")],
    };

    private string MessageIdOf(OutgoingMail mail) => MailAddress.MessageId(mail.NoticeId, sender.Domain);
}

/// <summary>Addresses and ids of messages, kept to what goes into a header as it stands.</summary>
internal static class MailAddress
{
    /// <summary>Refuses what is no address, or would break out of its header.</summary>
    public static void Check(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        if (!IsOne(address))
            throw new ArgumentException($"'{address}' is no mail address.", nameof(address));
    }

    /// <summary>Whether it is an address that goes into a header as it stands.</summary>
    public static bool IsOne(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1
            && address.All(static c => c is > ' ' and < '\x7f' and not ('<' or '>' or ','));
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
