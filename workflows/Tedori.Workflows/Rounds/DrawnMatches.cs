using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Shows staff which entries of a round state what a company stated that was drawn in another round, so that they take no
/// part, and what was decided about them.
/// </summary>
public sealed class DrawnMatches(
    IRecords records, NearIndex index, EditionCatalog editions, SelectedCompanies selected, DrawnBefore before)
{
    /// <summary>The first of a round, in order of position.</summary>
    /// <param name="round">The round.</param>
    /// <param name="most">How many are shown at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<DrawnMatch>> OfAsync(
        RoundId round, int most, CancellationToken cancellation = default)
    {
        var rules = editions.Of(round).Entry;
        if (rules.WinnersMayEnterAgain)
            return [];
        var drawn = (await selected.AllAsync(round.Edition, cancellation)).Keys.Select(NearKeys.Of).ToHashSet();
        var found = new List<DrawnMatch>();
        foreach (var (at, keys) in (await index.KeysAsync(round, cancellation)).Index())
        {
            if (found.Count >= most)
                break;
            if (keys.ShareStrong(drawn))
                found.AddRange(await MatchesAsync(new(round, at + 1), rules.Reading, cancellation));
        }

        return found;
    }

    private async Task<List<DrawnMatch>> MatchesAsync(
        CaseId id, Programme.Text.CompanyReading reading, CancellationToken cancellation)
    {
        var (found, entry) = (new List<DrawnMatch>(), await EntryAsync(id, cancellation));
        var drawn = await selected.CasesOfAsync(id.Round.Edition, CompanyKeys.Of(entry.Form, reading), cancellation);
        foreach (var other in drawn.Where(d => d.Round != id.Round).OrderBy(d => d.ToString(), StringComparer.Ordinal))
            found.Add(new(
                await EntryAsync(other, cancellation), entry, await before.DecisionAsync(other, id, cancellation)));
        return found;
    }

    private async Task<EntryRow> EntryAsync(CaseId id, CancellationToken cancellation) =>
        (await records.ReadAsync(RoundRows.Entry(id), cancellation))!.Body;
}

/// <summary>An entry that states what somebody stated who was drawn in another round.</summary>
/// <param name="Drawn">The entry that was drawn.</param>
/// <param name="Entry">The entry of this round.</param>
/// <param name="Decision">What two people decided, or null.</param>
public sealed record DrawnMatch(EntryRow Drawn, EntryRow Entry, JoinDecision? Decision);
