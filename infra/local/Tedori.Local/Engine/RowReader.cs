using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Local.Engine;

/// <summary>Reads what is committed in <c>engine.db</c>, on its own connection. For one thread at a time.</summary>
internal sealed class RowReader : IDisposable
{
    public const string Columns = """
        i.key, i.id, i.name, i.version, i.status, i.created, i.finished, i.wake, i.start, i.execution,
        i.custom, i.output, i.failure, i.input, i.tags,
        i.parent, i.parent_id, i.parent_name, i.parent_execution, i.parent_task,
        (SELECT l.at FROM log l WHERE l.key = i.key ORDER BY l.seq DESC LIMIT 1)
        """;

    private readonly SqliteDatabase database;
    private readonly SqliteStatement byId;
    private readonly SqliteStatement byParent;
    private readonly SqliteStatement log;
    private readonly SqliteStatement waking;

    public RowReader(string file)
    {
        database = new SqliteDatabase(file);
        database.Execute("PRAGMA query_only=1");
        byId = database.Prepare($"SELECT {Columns} FROM instance i WHERE i.id=?");
        byParent = database.Prepare("SELECT id FROM instance WHERE parent=? ORDER BY key");
        log = database.Prepare("SELECT seq, entries FROM log WHERE key=? ORDER BY seq");
        waking = database.Prepare("SELECT key, id, wake FROM instance WHERE wake IS NOT NULL");
    }

    public InstanceRow? Find(string id)
    {
        byId.Bind(1, id);
        try
        {
            return byId.Step() ? Read(byId) : null;
        }
        finally
        {
            byId.Reset();
        }
    }

    public List<string> ChildrenOf(long key) => ReadAll(byParent.Bind(1, key), s => s.Text(0)!);

    public List<(int Sequence, byte[] Entries)> ReadLog(long key) =>
        ReadAll(log.Bind(1, key), s => ((int)s.Number(0), s.Bytes(1) ?? []));

    public List<(long Key, string Id, long Wake)> Waking() =>
        ReadAll(waking, s => (s.Number(0), s.Text(1)!, s.Number(2)));

    public long LastKey() => database.ReadNumber("SELECT max(key) FROM instance");

    public List<InstanceRow> Query(string sql, IReadOnlyList<object> arguments)
    {
        using var statement = database.Prepare(sql);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is long number) statement.Bind(i + 1, number);
            else statement.Bind(i + 1, (string)arguments[i]);
        }
        return ReadAll(statement, Read);
    }

    public void Dispose() => database.Dispose();

    private static List<T> ReadAll<T>(SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (statement.Step()) rows.Add(read(statement));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static InstanceRow Read(SqliteStatement row) => new()
    {
        Key = row.Number(0),
        Id = row.Text(1)!,
        Name = row.Text(2)!,
        Version = row.Text(3)!,
        Status = (OrchestrationRuntimeStatus)row.Number(4),
        CreatedAt = row.Number(5),
        FinishedAt = row.NumberOrNull(6),
        Wake = row.NumberOrNull(7),
        StartAt = row.NumberOrNull(8),
        Execution = (int)row.Number(9),
        CustomStatus = row.Bytes(10),
        Output = row.Bytes(11),
        Failure = Failure(row.Bytes(12)),
        Input = row.Bytes(13),
        Tags = row.Text(14) is { } tags ? JsonSerializer.Deserialize<Dictionary<string, string>>(tags) : null,
        Parent = row.IsNull(15) ? null : new ParentLink(
            row.Number(15), row.Text(16)!, row.Text(17)!, (int)row.Number(18), (int)row.Number(19)),
        UpdatedAt = row.NumberOrNull(20) ?? row.Number(5),
    };

    private static TaskFailureDetails? Failure(byte[]? data) =>
        data is null ? null : new LogReader(data).ReadFailure();
}
