using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Reconciliation;

/// <summary>
/// Compares every receipt with the evidence store, once a day. Keeps where it stands after each page, so that a run
/// which was stopped goes on there; two runs at once do not count anything twice.
/// </summary>
public sealed class ReconciliationService(
    IRecords records, CaseRegister register, EvidenceInspector inspector, StaffTasks tasks, IClock clock)
{
    private const int PageSize = 50;

    private static readonly RowPartition Days = new(RecordSet.Office, "reconciliation");

    /// <summary>Runs the reconciliation of a day to its end; a no-op where it has ended.</summary>
    /// <param name="day">The day in Japan.</param>
    /// <param name="cancellation">Stops after the present page; the next run goes on there.</param>
    public async Task<ReconciliationRun> RunAsync(LocalDate day, CancellationToken cancellation = default)
    {
        while (true)
        {
            var row = await records.ReadAsync(RunOf(day), cancellation);
            var run = row?.Body ?? new(day, clock.GetCurrentInstant(), register.Start);
            if (run.Next is null)
                return run;
            cancellation.ThrowIfCancellationRequested();
            await StepAsync(run, row?.Version, run.Next, cancellation);
        }
    }

    /// <summary>The report of a day, or null where it was not begun.</summary>
    public async Task<ReconciliationRun?> ReportAsync(LocalDate day, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RunOf(day), cancellation))?.Body;

    /// <summary>What the reconciliation of a day found, by case.</summary>
    public IAsyncEnumerable<EvidenceFinding> FindingsAsync(LocalDate day) =>
        records.BodiesAsync(Days.Prefix<EvidenceFinding>(KeyOf(day) + "."));

    private async Task StepAsync(
        ReconciliationRun run, string? version, CasePosition at, CancellationToken cancellation)
    {
        var (cases, next) = await register.PageAsync(at, PageSize, cancellation);
        foreach (var id in cases)
        {
            var seen = await inspector.InspectAsync(id, run.Day, cancellation);
            await KeepAsync(run.Day, seen.Findings, cancellation);
            run = run with
            {
                Cases = run.Cases + 1,
                Files = run.Files + seen.Files,
                Bytes = run.Bytes + seen.Bytes,
                Findings = run.Findings + seen.Findings.Count,
            };
        }

        run = run with { Next = next, FinishedAt = next is null ? clock.GetCurrentInstant() : null };
        // A conflict means that another run did this page: the loop reads where that one stands.
        await records.CommitAsync(RunOf(run.Day).Put(run, version), cancellation);
    }

    private async Task KeepAsync(LocalDate day, IReadOnlyList<EvidenceFinding> findings, CancellationToken cancellation)
    {
        foreach (var finding in findings)
        {
            var key = Days.Row<EvidenceFinding>(
                $"{KeyOf(day)}.{finding.CaseId}.{finding.Event}.{finding.Code}.{finding.Sha256}");
            var outcome = await records.CommitAsync(key.Insert(finding), cancellation);
            if (outcome.Succeeded)
                TedoriMeter.ReconciliationFindings.Add(
                    1, new KeyValuePair<string, object?>(MetricNames.CodeTag, finding.Code));
            await tasks.RaiseAsync(new("evidenceDiffers", SubjectOf(finding), finding.At,
                "記録と保管されている証拠書類が一致しません。夜間の照合結果を確認し、システム管理者に連絡してください。"), cancellation);
        }
    }

    // What differs is looked at once, however often it is found; another difference of the same case is another task.
    private static string SubjectOf(EvidenceFinding finding) => string.Create(
        CultureInfo.InvariantCulture, $"{finding.CaseId}.{finding.Event}.{finding.Code}.{finding.Sha256}");

    private static RowKey<ReconciliationRun> RunOf(LocalDate day) => Days.Row<ReconciliationRun>(KeyOf(day));

    private static string KeyOf(LocalDate day) => LocalDatePattern.Iso.Format(day);
}

/// <summary>The report of one night's reconciliation, which is also where it stands. Storage format.</summary>
/// <param name="Day">The day it is of, in Japan.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Next">Where it goes on, or null when all cases were looked at.</param>
/// <param name="FinishedAt">When it ended, or null while it runs.</param>
public sealed record ReconciliationRun(LocalDate Day, Instant StartedAt, CasePosition? Next, Instant? FinishedAt = null)
{
    /// <summary>Cases looked at.</summary>
    public int Cases { get; init; }

    /// <summary>Files looked at; one that two filings list counts twice.</summary>
    public int Files { get; init; }

    /// <summary>Their bytes, as the receipts list them.</summary>
    public long Bytes { get; init; }

    /// <summary>What was found to differ.</summary>
    public int Findings { get; init; }
}
