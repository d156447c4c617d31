using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Statistics;

/// <summary>Counts the cases and places of every round.</summary>
public sealed class RoundCount(
    RoundRecords rounds, PlaceService places, CaseDirectory directory, CaseCommandHandler cases, EditionCatalog editions)
{
    /// <summary>All rounds by edition.</summary>
    public async Task<IReadOnlyList<(Edition Edition, IReadOnlyList<RoundFigures> Rounds)>> AllAsync(
        CancellationToken cancellation)
    {
        var tallies = await TallyAsync(cancellation);
        var all = new List<(Edition, IReadOnlyList<RoundFigures>)>();
        foreach (var edition in editions.All)
        {
            var book = (await places.LedgerAsync(edition.Id, cancellation)).Book;
            var figures = new List<RoundFigures>();
            foreach (var round in edition.Rounds)
            {
                var id = new RoundId(edition.Id, round.Number);
                var (state, _) = await rounds.StateAsync(id, cancellation);
                var tally = tallies.GetValueOrDefault(id) ?? new();
                var statement = book.StatementOf(round.Number);
                figures.Add(new(id, round, state, statement, tally.Running, tally.Ended, tally.GrantYen));
            }

            all.Add((edition, figures));
        }

        return all;
    }

    private async Task<Dictionary<RoundId, RoundTally>> TallyAsync(CancellationToken cancellation)
    {
        var (tallies, unknown) = (new Dictionary<RoundId, RoundTally>(), new List<CaseId>());
        await directory.EachAsync(c =>
        {
            if (!tallies.TryGetValue(c.Id.Round, out var tally))
                tallies[c.Id.Round] = tally = new();
            tally.Add(c);
            if (c is { Outcome: Outcome.Granted, GrantYen: null })
                unknown.Add(c.Id);
        }, cancellation);
        // An old listing does not hold the amount: the case does.
        foreach (var id in unknown)
            tallies[id.Round].GrantYen += (await cases.ReadAsync(id, cancellation))?.State.GrantYen ?? 0;
        return tallies;
    }
}
