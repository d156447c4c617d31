using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Finds rounds whose result should be out (guideline: the seventh business day after the close) and is not.
/// </summary>
public sealed class LateResults(EditionCatalog editions, RoundRecords rounds, IClock clock)
{
    /// <summary>
    /// Rounds that are not published although the last day for their result notices is over, in Japan.
    /// </summary>
    public async Task<IReadOnlyList<RoundId>> FindAsync(CancellationToken cancellation = default)
    {
        var late = new List<RoundId>();
        foreach (var edition in editions.All)
        {
            foreach (var round in edition.Rounds.Where(r => LastDayOf(edition, r) <= clock.GetCurrentInstant()))
            {
                var (state, _) = await rounds.StateAsync(new(edition.Id, round.Number), cancellation);
                if (state.Phase < RoundPhase.Published)
                    late.Add(state.Id);
            }
        }

        TedoriMeter.ResultsLate.Record(late.Count);
        return late;
    }

    private static Instant LastDayOf(Edition edition, Round round) => JapanTime.EndOf(edition.ResultDue(round));
}
