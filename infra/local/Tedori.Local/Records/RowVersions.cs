using Tedori.Engine.Sqlite;

namespace Tedori.Local.Records;

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
        database.Execute("""
            CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, reserved INTEGER NOT NULL) WITHOUT ROWID;
            INSERT INTO counters VALUES('version', 0) ON CONFLICT DO NOTHING;
            """);
        reserve = database.Prepare("UPDATE counters SET reserved = ?1 WHERE name = 'version'");
        next = end = database.Prepare("SELECT reserved FROM counters WHERE name = 'version'")
            .First(static found => found.Number(0));
    }

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
