using System.Text.Json;
using Tedori.Engine.Sqlite;

namespace Tedori.Engine;

/// <summary>Writes batches to <c>engine.db</c>, each in one transaction.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly Database database;
    private readonly Statement insert;
    private readonly Statement update;
    private readonly Statement delete;
    private readonly Statement append;
    private readonly Statement truncate;
    private readonly Statement clock;
    private readonly LogWriter failures = new();

    public RowWriter(Database database)
    {
        this.database = database;
        insert = database.Prepare("""
            INSERT INTO instance(key, status, finished, wake, start, execution, version, custom, output, failure, input,
                id, name, created, tags, parent, parent_id, parent_name, parent_execution, parent_task)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
            """);
        update = database.Prepare("""
            UPDATE instance SET status=?2, finished=?3, wake=?4, start=?5, execution=?6, version=?7, custom=?8,
                output=?9, failure=?10, input=?11 WHERE key=?1
            """);
        delete = database.Prepare("DELETE FROM instance WHERE key=?");
        append = database.Prepare("INSERT INTO log(key, seq, at, entries) VALUES(?, ?, ?, ?)");
        truncate = database.Prepare("DELETE FROM log WHERE key=? AND seq<?");
        clock = database.Prepare("INSERT INTO clock VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET at=excluded.at");
    }

    /// <summary>Commits the changes and the time at which they happened or, when that fails, nothing.</summary>
    public void Write(List<RowChange> changes, long at) => database.Transact(() =>
    {
        // A replaced instance's id must be free before its successor is inserted.
        foreach (var change in changes)
            if (change.Operation == RowOperation.Delete) Delete(change.Key);
        foreach (var change in changes)
            if (change.Operation != RowOperation.Delete) Apply(change);
        clock.Bind(1, at).Run();
        return true;
    });

    public void Dispose() => database.Dispose();

    private void Apply(RowChange change)
    {
        if (change.Operation == RowOperation.Insert) Insert(change.Row!);
        else if (change.Operation == RowOperation.Update) Bind(update, change.Row!).Run();
        if (change.Truncates) truncate.Bind(1, change.Key).Bind(2, (long)change.Sequence).Run();
        if (change.Log is { } log)
            append.Bind(1, change.Key).Bind(2, (long)change.Sequence).Bind(3, change.At).Bind(4, log).Run();
    }

    private void Delete(long key)
    {
        delete.Bind(1, key).Run();
        truncate.Bind(1, key).Bind(2, long.MaxValue).Run();
    }

    private void Insert(InstanceRow row)
    {
        Bind(insert, row).Bind(12, row.Id).Bind(13, row.Name).Bind(14, row.CreatedAt)
            .Bind(15, row.Tags is { Count: > 0 } tags ? JsonSerializer.Serialize(tags) : null);
        insert.Bind(16, row.Parent?.Key).Bind(17, row.Parent?.Id).Bind(18, row.Parent?.Name)
            .Bind(19, row.Parent?.Execution).Bind(20, row.Parent?.TaskId);
        insert.Run();
    }

    private Statement Bind(Statement statement, InstanceRow row) => statement
        .Bind(1, row.Key).Bind(2, (long)row.Status).Bind(3, row.FinishedAt).Bind(4, row.Wake).Bind(5, row.StartAt)
        .Bind(6, (long)row.Execution).Bind(7, row.Version).Bind(8, row.CustomStatus).Bind(9, row.Output)
        .Bind(10, Bytes(row)).Bind(11, row.Input);

    private byte[]? Bytes(InstanceRow row)
    {
        if (row.Failure is null) return null;
        failures.Clear();
        failures.Put(row.Failure);
        return failures.Take();
    }
}
