using System.Collections.Concurrent;
using Tedori.Functions.Languages;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Records;

/// <summary>
/// Records that write down how one partition is used, in order: what is read, what is scanned, what is committed. They can
/// be out of reach.
/// </summary>
internal sealed class WatchedRecords(IRecords records) : IRecords
{
    private readonly ConcurrentQueue<(string Use, bool Asked)> uses = new();
    private string? watched;

    /// <summary>Whether whatever is asked of them fails, as where the store cannot be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>Begins anew with this partition.</summary>
    public void Watch(string partition)
    {
        uses.Clear();
        watched = partition;
    }

    /// <summary>The uses since then: <c>read KEY</c>, <c>scan FROM</c>, <c>commit KEY KEY</c>.</summary>
    public IReadOnlyList<string> Uses => [.. uses.Select(u => u.Use)];

    /// <summary>Those of them that a request of a browser made, and no orchestration that happened to wake meanwhile.</summary>
    public IReadOnlyList<string> UsesOfRequests => [.. uses.Where(u => u.Asked).Select(u => u.Use)];

    public Task<Row?> ReadAsync(RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        Note(partition, $"read {key}");
        return records.ReadAsync(set, partition, key, cancellation);
    }

    public IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        CancellationToken cancellation = default)
    {
        Note(partition, $"scan {from}");
        return records.ScanAsync(set, partition, from, before, cancellation);
    }

    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        Note(partition, $"commit {string.Join(' ', writes.Select(w => w.Key))}");
        return records.CommitAsync(set, partition, writes, cancellation);
    }

    private void Note(string partition, string use)
    {
        if (IsDown)
            throw new IOException("The store cannot be reached.");
        if (partition == watched)
            uses.Enqueue((use, Reader.Current != Reader.Nobody));
    }
}
