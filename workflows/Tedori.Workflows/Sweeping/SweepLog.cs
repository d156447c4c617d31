using NodaTime;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Sweeping;

/// <summary>Keeps when the sweeper ended last, so that its silence shows.</summary>
public sealed class SweepLog(IRecords records, IClock clock)
{
    private const string Partition = "watch";
    private const string Key = "sweeper";

    /// <summary>After so long without a sweep, three times its interval, something is wrong.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(15);

    /// <summary>Keeps and counts a sweep that just ended.</summary>
    public async Task KeepAsync(SweepReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        TedoriMeter.Sweeps.Add(1);
        TedoriMeter.Mended.Add(report.Late + report.Unopened + report.Unsent + report.Unfinished);
        var row = new Write.Upsert(Key, TedoriJson.Write(new SweepRun(clock.GetCurrentInstant(), report)));
        await records.CommitAsync(RecordSet.Office, Partition, [row], cancellation);
    }

    /// <summary>How long ago the last sweep ended, or null where there was none yet.</summary>
    public async Task<Duration?> AgeAsync(CancellationToken cancellation = default)
    {
        var (run, _) = await records.ReadAsync<SweepRun>(RecordSet.Office, Partition, Key, cancellation);
        return run is null ? null : clock.GetCurrentInstant() - run.At;
    }
}

/// <summary>The last sweep that ended. Storage format.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Report">What it met.</param>
public sealed record SweepRun(Instant At, SweepReport Report);
