using Microsoft.DurableTask.Client;
using Tedori.Local.Engine;

namespace Tedori.Local.Bench;

/// <summary>
/// What an engine wrote, batch by batch. Kept as bytes: a million live objects of the benchmark's own would burden the
/// collector beside the engine, as they never do in <c>serve</c>.
/// </summary>
internal sealed class BatchTape
{
    private readonly List<(byte[] Bytes, int Changes)> batches = [];

    public int Count => batches.Count;

    /// <summary>Keeps a batch; the engine's writer calls it before it commits the batch.</summary>
    public void Record(List<RowChange> changes)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var change in changes) Write(writer, change);
        batches.Add((bytes.ToArray(), changes.Count));
    }

    /// <summary>The batches in their order, each read when it is asked for.</summary>
    public IEnumerable<List<RowChange>> Play()
    {
        foreach (var (bytes, count) in batches)
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var changes = new List<RowChange>(count);
            for (var i = 0; i < count; i++) changes.Add(Read(reader));
            yield return changes;
        }
    }

    private static void Write(BinaryWriter writer, RowChange change)
    {
        writer.Write(change.Key);
        writer.Write((byte)change.Operation);
        writer.Write(change.Sequence);
        writer.Write(change.At);
        writer.Write(change.Truncates);
        Write(writer, change.Log);
        writer.Write(change.Row is not null);
        if (change.Row is { } row) Write(writer, row);
    }

    // The benchmark's orchestrations have no parent, no tags and do not fail.
    private static void Write(BinaryWriter writer, InstanceRow row)
    {
        writer.Write(row.Id);
        writer.Write(row.Name);
        writer.Write(row.Version);
        writer.Write((int)row.Status);
        writer.Write(row.CreatedAt);
        writer.Write(row.UpdatedAt);
        writer.Write(row.FinishedAt ?? long.MinValue);
        writer.Write(row.Wake ?? long.MinValue);
        writer.Write(row.StartAt ?? long.MinValue);
        writer.Write(row.Execution);
        Write(writer, row.Input);
        Write(writer, row.Output);
        Write(writer, row.CustomStatus);
    }

    private static void Write(BinaryWriter writer, byte[]? bytes)
    {
        writer.Write(bytes?.Length ?? -1);
        if (bytes is not null) writer.Write(bytes);
    }

    private static RowChange Read(BinaryReader reader)
    {
        var key = reader.ReadInt64();
        return new()
        {
            Key = key,
            Operation = (RowOperation)reader.ReadByte(),
            Sequence = reader.ReadInt32(),
            At = reader.ReadInt64(),
            Truncates = reader.ReadBoolean(),
            Log = ReadBytes(reader),
            Row = reader.ReadBoolean() ? ReadRow(reader, key) : null,
        };
    }

    private static InstanceRow ReadRow(BinaryReader reader, long key) => new()
    {
        Key = key,
        Id = reader.ReadString(),
        Name = reader.ReadString(),
        Version = reader.ReadString(),
        Status = (OrchestrationRuntimeStatus)reader.ReadInt32(),
        CreatedAt = reader.ReadInt64(),
        UpdatedAt = reader.ReadInt64(),
        FinishedAt = ReadTime(reader),
        Wake = ReadTime(reader),
        StartAt = ReadTime(reader),
        Execution = reader.ReadInt32(),
        Input = ReadBytes(reader),
        Output = ReadBytes(reader),
        CustomStatus = ReadBytes(reader),
    };

    private static long? ReadTime(BinaryReader reader) =>
        reader.ReadInt64() is var time && time == long.MinValue ? null : time;

    private static byte[]? ReadBytes(BinaryReader reader) =>
        reader.ReadInt32() is var size && size < 0 ? null : reader.ReadBytes(size);
}
