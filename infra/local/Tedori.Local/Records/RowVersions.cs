using Tedori.Local.Data;

namespace Tedori.Local.Records;

/// <summary>
/// Versions of rows: numbers that never come twice in the life of the file, not even when a row was deleted and
/// the process restarted. They are reserved in blocks, so that a commit does not write the counter as well.
/// </summary>
internal sealed class RowVersions
{
    private const long Block = 1_000_000;

    private readonly Statement _reserve;
    private long _next;
    private long _end;

    public RowVersions(Database database)
    {
        database.Execute("""
            CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, reserved INTEGER NOT NULL) WITHOUT ROWID;
            INSERT INTO counters VALUES('version', 0) ON CONFLICT DO NOTHING;
            """);
        _reserve = database.Prepare("UPDATE counters SET reserved = ?1 WHERE name = 'version'");
        _next = _end = database.Prepare("SELECT reserved FROM counters WHERE name = 'version'")
            .First(static found => found.Number(0));
    }

    /// <summary>Makes sure that as many versions can be given out. Called outside the transaction that uses them.</summary>
    public void Reserve(int count)
    {
        if (_end - _next >= count)
            return;
        _reserve.Bind(1, _end + Block).Run();
        _next = _end;
        _end += Block;
    }

    public long Next() => _next++;
}
