using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Rounds;

/// <summary>Shows staff which entries of a round only look like one company, and what was decided about them.</summary>
public sealed class NearMatches(RoundRecords rounds, EntryJoins joins, EditionCatalog editions)
{
    /// <summary>All of a round, in order of position.</summary>
    public async Task<IReadOnlyList<NearMatch>> OfAsync(RoundId round, CancellationToken cancellation = default)
    {
        var reading = editions.Of(round).Entry.Reading;
        var rows = await rounds.EntriesAsync(round, cancellation);
        var decided = (await joins.OfAsync(round, cancellation)).ToDictionary(d => (d.First.Serial, d.Second.Serial));
        return
        [
            .. NearEntries.Of([.. rows.Select(r => (r.Entry.ToEntry(reading), r.Entry.Form))], reading)
                .Select(p => new NearMatch(
                    rows[p.First].Entry, rows[p.Second].Entry, p.Reasons,
                    decided.GetValueOrDefault(Pair(rows[p.First].Entry.CaseId, rows[p.Second].Entry.CaseId)))),
        ];
    }

    private static (int, int) Pair(CaseId a, CaseId b) => (a.Serial, b.Serial);
}

/// <summary>Two entries that look like one company.</summary>
/// <param name="First">The earlier one.</param>
/// <param name="Second">The later one.</param>
/// <param name="Reasons">Why they look so.</param>
/// <param name="Decision">What two people decided, or null.</param>
public sealed record NearMatch(
    EntryRow First, EntryRow Second, IReadOnlyList<NearReason> Reasons, JoinDecision? Decision);
