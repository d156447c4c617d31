using NodaTime;
using NodaTime.Text;
using Tedori.Engine.Sqlite;

namespace Tedori.Local.Mail;

/// <summary>The table of messages in <c>outbox.db</c>. Its owner sees to turns.</summary>
internal sealed class OutboxTable
{
    private const string Columns =
        "notice_id, message_id, sender, sender_name, recipient, recipient_name, subject, text, html, at, delivered, reply_to, attachments";

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS messages(
            notice_id TEXT NOT NULL PRIMARY KEY, message_id TEXT NOT NULL,
            sender TEXT NOT NULL, sender_name TEXT NOT NULL, recipient TEXT NOT NULL, recipient_name TEXT NOT NULL,
            subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL,
            at TEXT NOT NULL, delivered INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS messages_by_time ON messages(at, notice_id);
        CREATE TABLE IF NOT EXISTS doubles(
            notice_id TEXT NOT NULL, at TEXT NOT NULL, same INTEGER NOT NULL, again INTEGER NOT NULL);
        """;

    /// <summary>Always nine decimals, so that text order is the order of time. Storage format.</summary>
    private static readonly InstantPattern At =
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.fffffffff'Z'");

    private readonly Statement keep;
    private readonly Statement find;
    private readonly Statement count;
    private readonly Statement newest;
    private readonly Statement after;
    private readonly Statement twice;
    private readonly Statement doubles;

    public OutboxTable(Database database)
    {
        keep = database.Prepare(
            $"INSERT OR IGNORE INTO messages({Columns}) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        find = database.Prepare($"SELECT {Columns} FROM messages WHERE notice_id = ?1");
        count = database.Prepare("SELECT count(*) FROM messages WHERE notice_id >= ?1 AND notice_id < ?2");
        newest = database.Prepare($"""
            SELECT {Columns} FROM messages WHERE notice_id >= ?1 AND notice_id < ?2
            ORDER BY at DESC, notice_id DESC LIMIT ?3 OFFSET ?4
            """);
        twice = database.Prepare("INSERT INTO doubles(notice_id, at, same, again) VALUES(?1, ?2, ?3, ?4)");
        doubles = database.Prepare("SELECT notice_id, at, same, again FROM doubles ORDER BY at, notice_id, rowid");
        after = database.Prepare(
            $"SELECT {Columns} FROM messages WHERE (at, notice_id) > (?1, ?2) ORDER BY at, notice_id LIMIT ?3");
    }

    /// <summary>Makes the tables where there are none, and what files of before have not yet.</summary>
    public static void Prepare(Database database)
    {
        database.Execute(Tables);
        if (database.ReadNumber("SELECT count(*) FROM pragma_table_info('messages') WHERE name = 'reply_to'") == 0)
            database.Execute("ALTER TABLE messages ADD COLUMN reply_to TEXT");
        if (database.ReadNumber("SELECT count(*) FROM pragma_table_info('messages') WHERE name = 'attachments'") == 0)
            database.Execute("ALTER TABLE messages ADD COLUMN attachments TEXT");
    }

    /// <summary>Keeps a message; false where its notice has one already.</summary>
    public bool Keep(SentMail mail) => keep
        .Bind(1, mail.NoticeId).Bind(2, mail.MessageId)
        .Bind(3, mail.From).Bind(4, mail.FromName).Bind(5, mail.To).Bind(6, mail.ToName)
        .Bind(7, mail.Subject).Bind(8, mail.Text).Bind(9, mail.Html)
        .Bind(10, At.Format(mail.At)).Bind(11, mail.Delivered ? 1 : 0).Bind(12, mail.ReplyTo)
        .Bind(13, mail.Attachments.Count == 0 ? null : string.Join('\n', mail.Attachments))
        .Run() == 1;

    /// <summary>Keeps that a message was handed over which was there already.</summary>
    public void KeepDouble(DoubleMail mail) => twice.Bind(1, mail.NoticeId).Bind(2, At.Format(mail.At))
        .Bind(3, mail.Same ? 1 : 0).Bind(4, mail.AfterCrash ? 1 : 0).Run();

    /// <summary>Messages that were handed over once more, in order of time.</summary>
    public List<DoubleMail> Doubles() => doubles.All(
        s => new DoubleMail(s.Text(0), InstantOf(s.Text(1)), s.Number(2) == 1, s.Number(3) == 1));

    public SentMail? Find(string noticeId) => find.Bind(1, noticeId).First(MailOf);

    public int Count(string prefix) =>
        (int)count.Bind(1, prefix).Bind(2, Beyond(prefix)).First(static found => found.Number(0));

    public List<SentMail> Newest(int skip, int take, string prefix) =>
        newest.Bind(1, prefix).Bind(2, Beyond(prefix)).Bind(3, take).Bind(4, skip).All(MailOf);

    public List<SentMail> After(SentMail? last, int take) =>
        after.Bind(1, last is null ? "" : At.Format(last.At)).Bind(2, last?.NoticeId ?? "").Bind(3, take).All(MailOf);

    /// <summary>Greater than every text that starts with the prefix: no notice id holds the last code point.</summary>
    private static string Beyond(string prefix) => prefix + "\U0010FFFF";

    private static SentMail MailOf(Statement found) => new(
        found.Text(0), found.Text(1), found.Text(2), found.Text(3), found.Text(4), found.Text(5), found.Text(6),
        found.Text(7), found.Text(8), InstantOf(found.Text(9)), found.Number(10) == 1)
    {
        ReplyTo = found.TextOrNull(11),
        Attachments = found.TextOrNull(12)?.Split('\n') ?? [],
    };

    private static Instant InstantOf(string text) => At.Parse(text).Value;
}
