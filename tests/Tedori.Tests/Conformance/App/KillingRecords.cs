using System.Diagnostics;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Conformance.App;

/// <summary>Records whose process is killed when so many verdicts are kept, before the next one is.</summary>
internal sealed class KillingRecords(IRecords inner, int after) : IRecords
{
    private int verdicts;

    public Task<Row?> ReadAsync(
        RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
        inner.ReadAsync(set, partition, key, cancellation);

    public IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        CancellationToken cancellation = default) =>
        inner.ScanAsync(set, partition, from, before, cancellation);

    public Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        if (partition is $"verdicts-{KilledBulk.Proposal}" or $"parts-{KilledBulk.Proposal}"
            && Interlocked.Increment(ref verdicts) > after)
            Process.GetCurrentProcess().Kill();
        return inner.CommitAsync(set, partition, writes, cancellation);
    }
}
