using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Tells a case that it was drawn. Whose company holds a place of another round by then is told that it goes on there,
/// and this place comes back: its list was sealed before the other place was known, as where people settled only later
/// who answers for a lot. Safe to repeat.
/// </summary>
public sealed class PlaceAward(
    EditionCatalog editions, CaseCommandHandler cases, SelectedCompanies selected, IClock clock)
{
    /// <summary>Tells it.</summary>
    /// <param name="id">The case that answers for the lot.</param>
    /// <param name="rank">Its rank in the draw, from 1.</param>
    /// <param name="shared">Whether several entries share the lot; null where only one has it.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<CaseAnswer> TellAsync(
        CaseId id, int rank, bool? shared, CancellationToken cancellation = default)
    {
        var elsewhere = await HoldsElsewhereAsync(id, cancellation);
        var now = clock.GetCurrentInstant();
        CaseCommand command = elsewhere
            ? new CaseCommand.Exclude(now, Exclusion.WonElsewhere)
            : new CaseCommand.RecordDraw(now, rank, Won: true, shared);
        var answer = await cases.HandleAsync(id, command, cancellation);
        if (!elsewhere && answer is CaseAnswer.Accepted accepted)
            await selected.AddAsync(id, accepted.State.Entry, cancellation);
        return answer;
    }

    // What was told before stays told, whatever came after.
    private async Task<bool> HoldsElsewhereAsync(CaseId id, CancellationToken cancellation)
    {
        var rules = editions.Of(id).Entry;
        if (rules.WinnersMayEnterAgain
            || (await cases.ReadAsync(id, cancellation))?.State is not { Step: Step.AwaitingDraw } state)
            return false;
        var drawn = await selected.CasesOfAsync(id.Round.Edition, CompanyKeys.Of(state.Entry, rules.Reading), cancellation);
        foreach (var other in drawn.Where(d => d != id))
        {
            if (await cases.ReadAsync(other, cancellation) is { } found && !PlaceSettlement.Frees(found.State.Outcome))
                return true;
        }

        return false;
    }
}
