using System.Globalization;
using Tedori.Local.Data;
using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>The connection that writes: a group of commits in one transaction, each of them all or nothing.</summary>
internal sealed class RecordTransaction : IDisposable
{
    private readonly Database _database;
    private readonly RowVersions _versions;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _mark;
    private readonly Statement _unmark;
    private readonly Statement _backToMark;
    private readonly Statement _insert;
    private readonly Statement _replace;
    private readonly Statement _upsert;
    private readonly Statement _delete;

    public RecordTransaction(string file, Durability durability)
    {
        _database = Database.Open(file, durability, cacheMebibytes: 64);
        _database.Execute("""
            CREATE TABLE IF NOT EXISTS rows(
                set_name TEXT NOT NULL, partition TEXT NOT NULL, key TEXT NOT NULL,
                version INTEGER NOT NULL, body TEXT NOT NULL,
                PRIMARY KEY(set_name, partition, key)) WITHOUT ROWID;
            """);
        Reader = new RecordReader(_database);
        _versions = new RowVersions(_database);
        _begin = _database.Prepare("BEGIN IMMEDIATE");
        _commit = _database.Prepare("COMMIT");
        _mark = _database.Prepare("SAVEPOINT one_commit");
        _unmark = _database.Prepare("RELEASE one_commit");
        _backToMark = _database.Prepare("ROLLBACK TO one_commit");
        _insert = _database.Prepare("INSERT INTO rows VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
        _replace = _database.Prepare(
            "UPDATE rows SET version = ?4, body = ?5 WHERE set_name = ?1 AND partition = ?2 AND key = ?3 AND version = ?6");
        _upsert = _database.Prepare("INSERT OR REPLACE INTO rows VALUES(?1, ?2, ?3, ?4, ?5)");
        _delete = _database.Prepare(
            "DELETE FROM rows WHERE set_name = ?1 AND partition = ?2 AND key = ?3 AND version = ?4");
    }

    /// <summary>Reads over the connection that writes, between two transactions.</summary>
    public RecordReader Reader { get; }

    /// <summary>Writes the group and sets the outcome of each commit, or throws and has written nothing.</summary>
    public void Write(IReadOnlyList<PendingCommit> group)
    {
        try
        {
            _versions.Reserve(group.Sum(static commit => commit.Writes.Count));
            _begin.Run();
            if (group.Count == 1)
                WriteAlone(group[0]);
            else
                WriteTogether(group);
        }
        finally
        {
            _database.RollBack();
        }
    }

    public void Dispose() => _database.Dispose();

    private void WriteAlone(PendingCommit commit)
    {
        commit.Outcome = Apply(commit);
        if (commit.Outcome.Succeeded)
            _commit.Run();
    }

    private void WriteTogether(IReadOnlyList<PendingCommit> group)
    {
        foreach (var commit in group)
        {
            _mark.Run();
            commit.Outcome = Apply(commit);
            if (!commit.Outcome.Succeeded)
                _backToMark.Run();
            _unmark.Run();
        }

        _commit.Run();
    }

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
        Write.Insert insert => New(_insert, commit, insert.Key, insert.Body).Run(),
        Write.Upsert upsert => New(_upsert, commit, upsert.Key, upsert.Body).Run(),
        Write.Replace replace => New(_replace, commit, replace.Key, replace.Body).Bind(6, Number(replace.Version)).Run(),
        Write.Delete delete => At(_delete, commit, delete.Key).Bind(4, Number(delete.Version)).Run(),
        _ => throw new ArgumentException($"{write.GetType().Name} is no write of this port.", nameof(write)),
    };

    private Statement New(Statement statement, PendingCommit commit, string key, string body) =>
        At(statement, commit, key).Bind(4, _versions.Next()).Bind(5, body);

    private static Statement At(Statement statement, PendingCommit commit, string key) =>
        statement.Bind(1, commit.Set).Bind(2, commit.Partition).Bind(3, key);

    /// <summary>A version that this store never gave out matches no row.</summary>
    private static long Number(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
