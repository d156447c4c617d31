using Microsoft.DurableTask.Client;
using Tedori.Engine;

namespace Tedori.Benchmarks;

/// <summary>
/// What an engine wrote, batch by batch. It is recorded by the thread that writes, so it must cost next to nothing; and
/// it is kept as bytes, because a million live objects of the benchmark's own would burden the collector beside the
/// engine, as they never do in <c>serve</c>.
/// </summary>
internal sealed class BatchTape
{
    private const int FixedSize = 20 * sizeof(long);
    private readonly TapeBuffer buffer = new();
    private readonly List<int> batches = [];

    public int Count => batches.Count;

    /// <summary>Keeps a batch; the engine's writer calls it before it commits the batch.</summary>
    public void Record(List<RowChange> changes)
    {
        foreach (var change in changes) Write(change);
        batches.Add(changes.Count);
    }

    /// <summary>The batches in their order, each read when it is asked for.</summary>
    public IEnumerable<List<RowChange>> Play()
    {
        var reader = buffer.Read();
        foreach (var count in batches)
        {
            var changes = new List<RowChange>(count);
            for (var i = 0; i < count; i++) changes.Add(Read(reader));
            yield return changes;
        }
    }

    private void Write(RowChange change)
    {
        buffer.Begin(FixedSize + (change.Log?.Length ?? 0) + (change.Row is { } one ? SizeOf(one) : 0));
        buffer.Put(change.Key);
        buffer.Put((long)change.Operation);
        buffer.Put(change.Sequence);
        buffer.Put(change.At);
        buffer.Put(change.Truncates ? 1L : 0);
        buffer.Put(change.Log);
        buffer.Put(change.Row is null ? 0L : 1);
        if (change.Row is { } row) Write(row);
    }

    // The benchmark's orchestrations have no parent, no tags and do not fail.
    private void Write(InstanceRow row)
    {
        buffer.Put(row.Id);
        buffer.Put(row.Name);
        buffer.Put(row.Version);
        buffer.Put((long)row.Status);
        buffer.Put(row.CreatedAt);
        buffer.Put(row.UpdatedAt);
        buffer.Put(row.FinishedAt ?? long.MinValue);
        buffer.Put(row.Wake ?? long.MinValue);
        buffer.Put(row.StartAt ?? long.MinValue);
        buffer.Put(row.Execution);
        buffer.Put(row.Input);
        buffer.Put(row.Output);
        buffer.Put(row.CustomStatus);
    }

    private static int SizeOf(InstanceRow row) =>
        3 * (row.Id.Length + row.Name.Length + row.Version.Length)
        + (row.Input?.Length ?? 0) + (row.Output?.Length ?? 0) + (row.CustomStatus?.Length ?? 0);

    private static RowChange Read(TapeBuffer.Reader reader)
    {
        reader.Begin();
        var key = reader.Number();
        return new()
        {
            Key = key,
            Operation = (RowOperation)reader.Number(),
            Sequence = (int)reader.Number(),
            At = reader.Number(),
            Truncates = reader.Number() == 1,
            Log = reader.Bytes(),
            Row = reader.Number() == 1 ? ReadRow(reader, key) : null,
        };
    }

    private static InstanceRow ReadRow(TapeBuffer.Reader reader, long key) => new()
    {
        Key = key,
        Id = reader.Text(),
        Name = reader.Text(),
        Version = reader.Text(),
        Status = (OrchestrationRuntimeStatus)reader.Number(),
        CreatedAt = reader.Number(),
        UpdatedAt = reader.Number(),
        FinishedAt = Time(reader),
        Wake = Time(reader),
        StartAt = Time(reader),
        Execution = (int)reader.Number(),
        Input = reader.Bytes(),
        Output = reader.Bytes(),
        CustomStatus = reader.Bytes(),
    };

    private static long? Time(TapeBuffer.Reader reader) =>
        reader.Number() is var time && time == long.MinValue ? null : time;
}
