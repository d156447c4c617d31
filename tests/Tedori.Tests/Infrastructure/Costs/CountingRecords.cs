using System.Runtime.CompilerServices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Infrastructure.Costs;

/// <summary>Counts what is asked of the records.</summary>
internal sealed class CountingRecords : IRecords
{
    private readonly long[] reads = new long[Enum.GetValues<RecordSet>().Length];
    private readonly long[] scans = new long[Enum.GetValues<RecordSet>().Length];
    private readonly long[] rows = new long[Enum.GetValues<RecordSet>().Length];
    private IRecords? records;
    private long commits;
    private long written;

    public long Commits => commits;

    public long Written => written;

    /// <summary>Passes on to these records from now on.</summary>
    public CountingRecords Of(IRecords inner)
    {
        records = inner;
        return this;
    }

    public long Reads(RecordSet set) => reads[(int)set];

    public long Scans(RecordSet set) => scans[(int)set];

    public long Rows(RecordSet set) => rows[(int)set];

    public Task<Row?> ReadAsync(RecordSet set, string partition, string key, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads[(int)set]);
        return records!.ReadAsync(set, partition, key, cancellation);
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref scans[(int)set]);
        await foreach (var row in records!.ScanAsync(set, partition, from, before, cancellation))
        {
            Interlocked.Increment(ref rows[(int)set]);
            yield return row;
        }
    }

    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref commits);
        Interlocked.Add(ref written, writes.Count);
        return records!.CommitAsync(set, partition, writes, cancellation);
    }
}
