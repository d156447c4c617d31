using System.Globalization;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>The connection that writes: a group of commits in one transaction, each of them all or nothing.</summary>
internal sealed class RecordTransaction : IDisposable
{
    private readonly Database database;
    private readonly RowVersions versions;
    private readonly Statement mark;
    private readonly Statement unmark;
    private readonly Statement backToMark;
    private readonly Statement findVersion;
    private readonly Statement insertRow;
    private readonly Statement replaceRow;
    private readonly Statement upsertRow;
    private readonly Statement deleteRow;

    public RecordTransaction(string file, Durability durability, SharedTransaction? shared = null)
    {
        database = Database.Open(file, durability, cacheMebibytes: 64);
        database.Execute("""
            CREATE TABLE IF NOT EXISTS rows(
                set_name TEXT NOT NULL, partition TEXT NOT NULL, key TEXT NOT NULL,
                version INTEGER NOT NULL, body TEXT NOT NULL,
                PRIMARY KEY(set_name, partition, key)) WITHOUT ROWID;
            """);
        RowVersions.Prepare(database);
        database = shared?.Join(database) ?? database;
        Reader = new RecordReader(database);
        versions = new RowVersions(database);
        mark = database.Prepare("SAVEPOINT one_commit");
        unmark = database.Prepare("RELEASE one_commit");
        backToMark = database.Prepare("ROLLBACK TO one_commit");
        findVersion = database.Prepare("SELECT version FROM rows WHERE set_name = ?1 AND partition = ?2 AND key = ?3");
        insertRow = database.Prepare("INSERT INTO rows VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
        replaceRow = database.Prepare(
            "UPDATE rows SET version = ?4, body = ?5"
            + " WHERE set_name = ?1 AND partition = ?2 AND key = ?3 AND version = ?6");
        upsertRow = database.Prepare("INSERT OR REPLACE INTO rows VALUES(?1, ?2, ?3, ?4, ?5)");
        deleteRow = database.Prepare(
            "DELETE FROM rows WHERE set_name = ?1 AND partition = ?2 AND key = ?3 AND version = ?4");
    }

    /// <summary>Reads over the connection that writes, between two transactions.</summary>
    public RecordReader Reader { get; }

    /// <summary>Writes the group and sets the outcome of each commit, or throws and has written nothing.</summary>
    public void Write(IReadOnlyList<PendingCommit> group)
    {
        versions.Reserve(group.Sum(static commit => commit.Writes.Count));
        if (group.Count > 1 && !database.IsShared)
        {
            WriteTogether(group);
            return;
        }

        foreach (var commit in group)
            WriteAlone(commit);
    }

    public void Dispose() => database.Dispose();

    private void WriteAlone(PendingCommit commit) => database.Transact(() =>
    {
        // Half of a commit cannot be undone in a shared transaction, so it is not begun.
        commit.Outcome = database.IsShared && FirstConflict(commit) is { } key
            ? new CommitOutcome.Conflict(key)
            : Apply(commit);
        return commit.Outcome.Succeeded;
    });

    private string? FirstConflict(PendingCommit commit) =>
        commit.Writes.Count == 1 ? null : commit.Writes.FirstOrDefault(write => IsConflict(commit, write))?.Key;

    private bool IsConflict(PendingCommit commit, Write write)
    {
        var found = At(findVersion, commit, write.Key).First(static row => (long?)row.Number(0));
        return write is Tedori.Workflows.Records.Write.Insert ? found is not null : VersionOf(write) is { } version && found != Number(version);
    }

    private static string? VersionOf(Write write) => write switch
    {
        Write.Replace replace => replace.Version,
        Write.Delete delete => delete.Version,
        _ => null,
    };

    private void WriteTogether(IReadOnlyList<PendingCommit> group) => database.Transact(() =>
    {
        foreach (var commit in group)
        {
            mark.Run();
            commit.Outcome = Apply(commit);
            if (!commit.Outcome.Succeeded)
                backToMark.Run();
            unmark.Run();
        }

        return true;
    });

    private CommitOutcome Apply(PendingCommit commit)
    {
        foreach (var write in commit.Writes)
        {
            if (Apply(commit, write) == 0)
                return new CommitOutcome.Conflict(write.Key);
        }

        return CommitOutcome.Committed.Instance;
    }

    private int Apply(PendingCommit commit, Write write) => write switch
    {
        Write.Insert insert => New(insertRow, commit, insert.Key, insert.Body).Run(),
        Write.Upsert upsert => New(upsertRow, commit, upsert.Key, upsert.Body).Run(),
        Write.Replace replace =>
            New(replaceRow, commit, replace.Key, replace.Body).Bind(6, Number(replace.Version)).Run(),
        Write.Delete delete => At(deleteRow, commit, delete.Key).Bind(4, Number(delete.Version)).Run(),
        _ => throw new ArgumentException($"{write.GetType().Name} is no write of this port.", nameof(write)),
    };

    private Statement New(Statement statement, PendingCommit commit, string key, string body) =>
        At(statement, commit, key).Bind(4, versions.Next()).Bind(5, body);

    private static Statement At(Statement statement, PendingCommit commit, string key) =>
        statement.Bind(1, commit.Set).Bind(2, commit.Partition).Bind(3, key);

    /// <summary>A version that this store never gave out matches no row.</summary>
    private static long Number(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>
/// Versions of rows: numbers that never come twice in the life of the file, not even when a row was deleted and
/// the process restarted. They are reserved in blocks, so that a commit does not write the counter as well.
/// </summary>
internal sealed class RowVersions
{
    private const long Block = 1_000_000;

    private readonly Statement reserve;
    private long next;
    private long end;

    public RowVersions(Database database)
    {
        reserve = database.Prepare("UPDATE counters SET reserved = ?1 WHERE name = 'version'");
        next = end = database.Prepare("SELECT reserved FROM counters WHERE name = 'version'")
            .First(static found => found.Number(0));
    }

    /// <summary>Makes the counter where there is none.</summary>
    public static void Prepare(Database database) => database.Execute("""
        CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, reserved INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO counters VALUES('version', 0) ON CONFLICT DO NOTHING;
        """);

    /// <summary>Makes sure that so many versions are there. Called outside the transaction that uses them.</summary>
    public void Reserve(int count)
    {
        if (end - next >= count)
            return;
        reserve.Bind(1, end + Block).Run();
        next = end;
        end += Block;
    }

    public long Next() => next++;
}
