using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The companies that hold a place of an edition: those that were told so, and those whose result is out and who
/// are being told. Writes
/// nothing.
/// </summary>
public sealed class PlaceHolders(
    IRecords records, EditionCatalog editions, RoundRecords rounds, SharedLots lots, SelectedCompanies selected)
{
    /// <summary>
    /// A round of the edition whose list is frozen and whose result is not out, so that nobody knows yet who will hold its
    /// places: until then it may be drawn again. Null where there is none, or where the edition lets who was drawn enter
    /// again.
    /// </summary>
    public async Task<RoundId?> UnreleasedAsync(string edition, CancellationToken cancellation = default)
    {
        if (RulesOf(edition).WinnersMayEnterAgain)
            return null;
        return (await StatesAsync(edition, cancellation)).Find(s => s.Phase is RoundPhase.Sealed or RoundPhase.Drawn)?.Id;
    }

    /// <summary>All of them; nobody where the edition lets who was drawn enter again.</summary>
    public async Task<DrawnCompanies> AllAsync(string edition, CancellationToken cancellation = default)
    {
        var rules = RulesOf(edition);
        if (rules.WinnersMayEnterAgain)
            return DrawnCompanies.None;
        var all = await selected.AllAsync(edition, cancellation);
        foreach (var state in (await StatesAsync(edition, cancellation)).Where(s => s.Phase == RoundPhase.Released))
        {
            foreach (var won in await rounds.WinnersAsync(state.Id, cancellation))
            {
                // Of a disputed lot nobody is known to be the company before it is settled.
                if (await lots.AnsweringAsync(won, cancellation) is { } answers)
                    Add(all, CompanyKeys.Of(await FormAsync(answers, cancellation), rules.Reading));
            }
        }

        return all;
    }

    private EntryRules RulesOf(string edition) => editions.Of(new RoundId(edition, 1)).Entry;

    private static void Add(DrawnCompanies all, CompanyKeys keys)
    {
        foreach (var key in keys.All)
            all.Add(key, keys.Number);
    }

    private async Task<EntryForm> FormAsync(CaseId id, CancellationToken cancellation) =>
        (await records.ReadAsync(RoundRows.Entry(id), cancellation))!.Body.Form;

    private async Task<List<RoundState>> StatesAsync(string edition, CancellationToken cancellation)
    {
        var states = new List<RoundState>();
        foreach (var round in editions.Of(new RoundId(edition, 1)).Rounds)
            states.Add((await rounds.StateAsync(new(edition, round.Number), cancellation)).State);
        return states;
    }
}
