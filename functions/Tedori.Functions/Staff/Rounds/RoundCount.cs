using Tedori.Pages.Staff.Rounds;
using Tedori.Programme.Cases;
using Tedori.Programme.Programmes;
using Tedori.Workflows;
using Tedori.Workflows.Listings;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>Counts the cases and places of every round.</summary>
public sealed class RoundCount(RoundRecords rounds, PlaceDesk places, CaseDirectory directory, EditionShelf editions)
{
    /// <summary>All rounds by edition.</summary>
    public async Task<IReadOnlyList<(Edition Edition, IReadOnlyList<RoundFigures> Rounds)>> AllAsync(
        CancellationToken cancellation)
    {
        var running = new Dictionary<RoundId, Dictionary<Step, int>>();
        var ended = new Dictionary<RoundId, Dictionary<Outcome, int>>();
        await directory.EachAsync(c =>
        {
            if (c.Outcome is { } outcome)
                Count(ended, c.Id.Round, outcome);
            else
                Count(running, c.Id.Round, c.Step);
        }, cancellation);
        var all = new List<(Edition, IReadOnlyList<RoundFigures>)>();
        foreach (var edition in editions.All)
        {
            var ledger = await places.LedgerAsync(edition.Id, cancellation);
            var figures = new List<RoundFigures>();
            foreach (var round in edition.Rounds)
            {
                var id = new RoundId(edition.Id, round.Number);
                var (state, _) = await rounds.StateAsync(id, cancellation);
                var (going, over) = (running.GetValueOrDefault(id) ?? [], ended.GetValueOrDefault(id) ?? []);
                figures.Add(new(
                    id, round, state, ledger.CarriedInto(round.Number), ledger.CarriedFrom(round.Number),
                    going.Values.Sum() + over.Values.Sum(), going, over));
            }

            all.Add((edition, figures));
        }

        return all;
    }

    private static void Count<T>(Dictionary<RoundId, Dictionary<T, int>> counts, RoundId round, T key)
        where T : notnull
    {
        if (!counts.TryGetValue(round, out var of))
            counts[round] = of = [];
        of[key] = of.GetValueOrDefault(key) + 1;
    }
}
