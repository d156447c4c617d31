using NodaTime;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Sweeping;

/// <summary>Keeps when the sweeper ended last, so that its silence shows.</summary>
public sealed class SweepLog(IRecords records, IClock clock)
{
    private static readonly RowKey<SweepRun> Last = new RowPartition(RecordSet.Office, "watch").Row<SweepRun>("sweeper");

    /// <summary>After so long without a sweep, three times its interval, something is wrong.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(15);

    /// <summary>Keeps and counts a sweep that just ended.</summary>
    public async Task KeepAsync(SweepReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        TedoriMeter.Sweeps.Add(1);
        TedoriMeter.Mended.Add(report.Late + report.Unopened + report.Unsent + report.Unfinished);
        await records.CommitAsync(Last.Upsert(new(clock.GetCurrentInstant(), report)), cancellation);
    }

    /// <summary>The last sweep that ended, or null where there was none yet.</summary>
    public async Task<SweepRun?> LastAsync(CancellationToken cancellation = default) =>
        (await records.ReadAsync(Last, cancellation))?.Body;

    /// <summary>How long ago the last sweep ended, or null where there was none yet.</summary>
    public async Task<Duration?> AgeAsync(CancellationToken cancellation = default) =>
        await LastAsync(cancellation) is { } run ? clock.GetCurrentInstant() - run.At : null;
}

/// <summary>The last sweep that ended. Storage format.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Report">What it met.</param>
public sealed record SweepRun(Instant At, SweepReport Report);
