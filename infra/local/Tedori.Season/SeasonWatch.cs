using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Reconciliation;

namespace Tedori.Season;

/// <summary>
/// The office's watch over itself: what serves by the hour and by the night comes with the first sweep of a month here,
/// and the reconciliation twice a year, since a season plays two years in seconds.
/// </summary>
internal sealed class SeasonWatch(CanaryService canaries, AnchorService anchors, ReconciliationService reconciliation)
{
    /// <summary>Runs whatever comes with a sweep at this instant.</summary>
    /// <exception cref="InvalidOperationException">
    /// A canary did not fire, or evidence differs from the record.
    /// </exception>
    public async Task RunAsync(Instant at, CancellationToken cancellation)
    {
        var day = JapanTime.DateOf(at);
        if (day.Day > 7)
            return;
        if (await canaries.CheckAsync(cancellation) is > 0 and var missed)
            throw new InvalidOperationException($"{missed} canary deadlines did not fire by {day}.");
        await canaries.PlantAsync(cancellation);
        await anchors.TakeAsync(day.PlusDays(-1), cancellation);
        if (day.Month % 6 != 3)
            return;
        if (await reconciliation.RunAsync(day, cancellation) is { Findings: > 0 } run)
            throw new InvalidOperationException($"{run.Findings} files differ from their receipts on {day}.");
    }
}
