using System.Collections.Immutable;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Engine;

/// <summary>Reads committed instances for callers, on their own threads.</summary>
internal sealed class InstanceQueries(RowReader reader, DataConverter converter) : IDisposable
{
    private readonly Lock gate = new();

    public InstanceRow? Find(string id)
    {
        lock (gate) return reader.Find(id);
    }

    public long LastChange()
    {
        lock (gate) return reader.LastChange();
    }

    public List<byte[]> ReadLog(long key)
    {
        lock (gate) return reader.ReadLog(key).ConvertAll(p => p.Entries);
    }

    /// <summary>Instances in the order in which they were created, after the given key.</summary>
    public List<InstanceRow> List(
        OrchestrationQuery query, long after, int size,
        DateTimeOffset? endedFrom = null, DateTimeOffset? endedTo = null)
    {
        var (conditions, arguments) = (new List<string> { "i.key > ?" }, new List<object> { after });
        void Where(string condition, params object[] values)
        {
            conditions.Add(condition);
            arguments.AddRange(values);
        }
        if (query.CreatedFrom is { } from) Where("i.created >= ?", TicksOf(from));
        if (query.CreatedTo is { } to) Where("i.created <= ?", TicksOf(to));
        if (endedFrom is { } first) Where("i.finished >= ?", TicksOf(first));
        if (endedTo is { } last) Where("i.finished <= ?", TicksOf(last));
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
            Where("substr(i.id, 1, ?) = ?", (long)prefix.Length, prefix);
        if (query.Statuses?.Distinct().ToList() is { Count: > 0 } statuses)
            Where($"i.status IN ({string.Join(',', statuses.Select(s => (int)s))})");
        arguments.Add((long)size);
        var where = string.Join(" AND ", conditions);
        var sql = $"SELECT {RowReader.Columns} FROM instance i WHERE {where} ORDER BY i.key LIMIT ?";
        lock (gate) return reader.Query(sql, arguments);
    }

    public OrchestrationMetadata Describe(InstanceRow row, bool full) => new(row.Name, row.Id)
    {
        DataConverter = full ? converter : null,
        RuntimeStatus = row.Status,
        CreatedAt = Instant.FromUnixTimeTicks(row.CreatedAt).ToDateTimeOffset(),
        LastUpdatedAt = Instant.FromUnixTimeTicks(row.UpdatedAt).ToDateTimeOffset(),
        SerializedInput = full ? Text(row.Input) : null,
        SerializedOutput = full ? Text(row.Output) : null,
        SerializedCustomStatus = full ? Text(row.CustomStatus) : null,
        FailureDetails = full ? Failures.Told(row.Failure) : null,
        Tags = row.Tags ?? ImmutableDictionary<string, string>.Empty,
    };

    public void Dispose()
    {
        lock (gate) reader.Dispose();
    }

    private static string? Text(byte[]? data) => data is null ? null : Encoding.UTF8.GetString(data);

    private static long TicksOf(DateTimeOffset time) => Instant.FromDateTimeOffset(time).ToUnixTimeTicks();
}
