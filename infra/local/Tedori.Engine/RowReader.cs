using System.Text.Json;
using DurableTask.Core;
using Microsoft.DurableTask.Client;
using Tedori.Engine.Sqlite;

namespace Tedori.Engine;

/// <summary>Reads what is committed in <c>engine.db</c>. For one thread at a time.</summary>
internal sealed class RowReader : IDisposable
{
    public const string Columns = """
        i.key, i.id, i.name, i.version, i.status, i.created, i.finished, i.wake, i.start, i.execution,
        i.custom, i.output, i.failure, i.input, i.tags,
        i.parent, i.parent_id, i.parent_name, i.parent_execution, i.parent_task,
        (SELECT l.at FROM log l WHERE l.key = i.key ORDER BY l.seq DESC LIMIT 1)
        """;

    private readonly Database database;
    private readonly Statement byId;
    private readonly Statement byParent;
    private readonly Statement log;
    private readonly Statement waking;
    private readonly Statement begin;
    private readonly Statement end;

    public RowReader(Database database)
    {
        this.database = database;
        byId = database.Prepare($"SELECT {Columns} FROM instance i WHERE i.id=?");
        byParent = database.Prepare("SELECT id FROM instance WHERE parent=? ORDER BY key");
        log = database.Prepare("SELECT seq, entries FROM log WHERE key=? ORDER BY seq");
        begin = database.Prepare("BEGIN");
        end = database.Prepare("COMMIT");
        waking = database.Prepare("SELECT key, id, wake FROM instance WHERE wake IS NOT NULL");
    }

    /// <summary>Reads over a connection of its own.</summary>
    public static RowReader Of(string file)
    {
        var database = Database.Connect(file);
        database.Execute("PRAGMA query_only=1");
        return new(database);
    }

    /// <summary>
    /// What is read until <see cref="Release"/> is one state of the file, not older than this call. The locks around a
    /// single look-up cost more than the look-up. Where reader and writer share a transaction there is but one state.
    /// </summary>
    public void Hold()
    {
        if (database.IsShared) return;
        Release();
        begin.Run();
    }

    public void Release()
    {
        if (!database.IsShared && database.InTransaction) end.Run();
    }

    public InstanceRow? Find(string id) => byId.Bind(1, id).First(Read);

    public List<string> ChildrenOf(long key) => byParent.Bind(1, key).All(s => s.Text(0));

    public List<(int Sequence, byte[] Entries)> ReadLog(long key) =>
        log.Bind(1, key).All(s => ((int)s.Number(0), s.Bytes(1) ?? []));

    public List<(long Key, string Id, long Wake)> Waking() =>
        waking.All(s => (s.Number(0), s.Text(1), s.Number(2)));

    /// <summary>The time of the timeline at the latest commit, in Unix ticks; zero where there is none.</summary>
    public long LastChange() => database.ReadNumber("SELECT at FROM clock");

    public long LastKey() => database.ReadNumber("SELECT max(key) FROM instance");

    public List<InstanceRow> Query(string sql, IReadOnlyList<object> arguments)
    {
        using var statement = database.Prepare(sql);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is long number) statement.Bind(i + 1, number);
            else statement.Bind(i + 1, (string)arguments[i]);
        }
        return statement.All(Read);
    }

    public void Dispose() => database.Dispose();

    private static InstanceRow Read(Statement row) => new()
    {
        Key = row.Number(0),
        Id = row.Text(1),
        Name = row.Text(2),
        Version = row.Text(3),
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
        Tags = row.TextOrNull(14) is { } tags ? JsonSerializer.Deserialize<Dictionary<string, string>>(tags) : null,
        Parent = row.IsNull(15) ? null : new ParentLink(
            row.Number(15), row.Text(16), row.Text(17), (int)row.Number(18), (int)row.Number(19)),
        UpdatedAt = row.NumberOrNull(20) ?? row.Number(5),
    };

    private static FailureDetails? Failure(byte[]? data) =>
        data is null ? null : new LogReader(data).ReadFailure();
}
