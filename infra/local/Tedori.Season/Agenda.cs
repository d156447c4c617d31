using NodaTime;
using Tedori.Engine.Sqlite;

namespace Tedori.Season;

/// <summary>
/// What the people of the season will do, kept on disk so that a season which was killed goes on where it stood. An
/// item is done when it and all that follows from it are written in one transaction; a key that was done is never done
/// again.
/// </summary>
internal sealed class Agenda : IDisposable
{
    private const string Columns = "SELECT key, at, kind, body, coalesce(result, '') FROM agenda";

    private readonly Lock gate = new();
    private readonly Database database;
    private readonly Statement readMeta;
    private readonly Statement writeMeta;
    private readonly Statement insert;
    private readonly Statement next;
    private readonly Statement open;
    private readonly Statement done;
    private readonly Statement doneOf;
    private AgendaItem? first;
    private bool firstKnown;

    public Agenda(string file, SharedTransaction? shared = null)
    {
        database = Database.Open(file, Durability.Normal);
        database.Execute("""
            CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS agenda (
                key TEXT PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
                done INTEGER NOT NULL DEFAULT 0, result TEXT) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS agenda_next ON agenda (at, key) WHERE done = 0;
            """);
        database = shared?.Join(database) ?? database;
        readMeta = database.Prepare("SELECT value FROM meta WHERE name = ?");
        writeMeta = database.Prepare(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        insert = database.Prepare("INSERT OR IGNORE INTO agenda (key, at, kind, body) VALUES (?, ?, ?, ?)");
        next = database.Prepare($"{Columns} WHERE done = 0 ORDER BY at, key LIMIT 1");
        open = database.Prepare("SELECT count(*) FROM agenda WHERE done = 0");
        done = database.Prepare("UPDATE agenda SET done = 1, result = ? WHERE key = ?");
        doneOf = database.Prepare($"{Columns} WHERE done = 1 AND kind = ? ORDER BY at, key");
    }

    /// <summary>A fact about the season itself, or null.</summary>
    public string? Meta(string name)
    {
        lock (gate)
            return readMeta.Bind(1, name).First(s => s.Text(0));
    }

    /// <summary>Keeps a fact about the season itself.</summary>
    public void SetMeta(string name, string value)
    {
        lock (gate)
            writeMeta.Bind(1, name).Bind(2, value).Run();
    }

    /// <summary>Puts items on the agenda; those whose key is known are passed over.</summary>
    public void Add(params IReadOnlyCollection<AgendaItem> items)
    {
        if (items.Count > 0)
            InTransaction(() => Insert(items));
    }

    /// <summary>The first item that is not done, or null.</summary>
    public AgendaItem? Next()
    {
        lock (gate)
        {
            if (!firstKnown)
                (first, firstKnown) = (next.First(Read), true);
            return first;
        }
    }

    /// <summary>How many items are not done.</summary>
    public long Open
    {
        get
        {
            lock (gate)
                return open.First(s => s.Number(0));
        }
    }

    /// <summary>Marks an item as done, together with what follows from it.</summary>
    public void Done(AgendaItem item, string result, IReadOnlyCollection<AgendaItem> following) => InTransaction(() =>
    {
        Insert(following);
        firstKnown = false;
        done.Bind(1, result).Bind(2, item.Key).Run();
    });

    /// <summary>All items of a kind that were done, with their results, in order of time.</summary>
    public IReadOnlyList<(AgendaItem Item, string Result)> DoneOf(Deed kind)
    {
        lock (gate)
            return doneOf.Bind(1, kind.ToString()).All(s => (Read(s), s.Text(4)));
    }

    public void Dispose() => database.Dispose();

    private static AgendaItem Read(Statement s) =>
        new(s.Text(0), Instant.FromUnixTimeTicks(s.Number(1)), Enum.Parse<Deed>(s.Text(2)), s.Text(3));

    private void Insert(IReadOnlyCollection<AgendaItem> items)
    {
        if (items.Any(i => first is null || i.At <= first.At))
            firstKnown = false;
        foreach (var item in items)
            insert.Bind(1, item.Key).Bind(2, item.At.ToUnixTimeTicks()).Bind(3, item.Kind.ToString())
                .Bind(4, item.Body).Run();
    }

    private void InTransaction(Action work)
    {
        lock (gate)
        {
            database.Transact(() =>
            {
                work();
                return true;
            });
        }
    }
}
