using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Tells a case that it was drawn. Whose company holds a place of another round by then is told that it goes on there,
/// and this place comes back: its list was sealed before the other place was known, as where people settled only later
/// who answers for a lot. Who is about to be told is kept first, under all keys of its company at once, so that of two
/// processes that come in the same instant one finds the other. Safe to repeat.
/// </summary>
public sealed class PlaceAward(
    IRecords records, EditionCatalog editions, CaseCommandHandler cases, SelectedCompanies selected, DrawnBefore before, IClock clock)
{
    /// <summary>Tells it.</summary>
    /// <param name="id">The case that answers for the lot.</param>
    /// <param name="rank">Its rank in the draw, from 1.</param>
    /// <param name="shared">Whether several entries share the lot; null where only one has it.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<CaseAnswer> TellAsync(
        CaseId id, int rank, bool? shared, CancellationToken cancellation = default)
    {
        var elsewhere = await IsElsewhereAsync(id, cancellation);
        return await cases.HandleAsync(id, CommandOf(elsewhere, rank, shared), cancellation);
    }

    /// <summary>What telling it would ask of the case as far as is known now. Keeps nothing.</summary>
    /// <inheritdoc cref="TellAsync"/>
    public async Task<AskedOfCase> AsksAsync(
        CaseId id, int rank, bool? shared, CancellationToken cancellation = default) =>
        new(id, CommandOf(await PlaceElsewhereAsync(id, cancellation) is not null, rank, shared));

    private CaseCommand CommandOf(bool elsewhere, int rank, bool? shared) => elsewhere
        ? new CaseCommand.Exclude(clock.GetCurrentInstant(), Exclusion.WonElsewhere)
        : new CaseCommand.RecordDraw(clock.GetCurrentInstant(), rank, Won: true, shared);

    /// <summary>
    /// Who holds a place of another round in the company's name with another contact, while nobody has decided whether it
    /// is the company; null where nobody does.
    /// </summary>
    public async Task<CaseId?> UnclearAsync(CaseId id, CancellationToken cancellation = default)
    {
        if (await PlaceElsewhereAsync(id, cancellation) is not { } place
            || await before.DecisionAsync(place.Id, id, cancellation) is not null)
            return null;
        var (reading, own) = (editions.Of(id).Entry.Reading, (await cases.ReadAsync(id, cancellation))!.State);
        return reading.Mail(own.Entry.Email) == reading.Mail(place.Entry.Email) ? null : place.Id;
    }

    private async Task<bool> IsElsewhereAsync(CaseId id, CancellationToken cancellation)
    {
        if ((await cases.ReadAsync(id, cancellation))?.State is not { Outcome: null } state)
            return false;
        if (editions.Of(id).Entry.WinnersMayEnterAgain || state.Step != Step.AwaitingDraw)
        {
            await selected.AddAsync(id, state.Entry, cancellation);
            return false;
        }

        return (await records.UntilCommittedAsync(() => TryKeepAsync(id, state.Entry, cancellation), cancellation)).Item1;
    }

    // Null where somebody came between, or promotes the company just now: what comes of that is waited for.
    private async Task<Tuple<bool>?> TryKeepAsync(CaseId id, EntryForm form, CancellationToken cancellation)
    {
        var known = await selected.CasesOfAsync(
            id.Round.Edition, CompanyKeys.Of(form, editions.Of(id).Entry.Reading), cancellation);
        if (await selected.IsClaimedAsync(id, form, cancellation))
            return null;
        if (await PlaceElsewhereAsync(id, cancellation) is not null)
            return Tuple.Create(true);
        return await selected.TryAddAsync(id, form, known, cancellation) ? Tuple.Create(false) : null;
    }

    // What was told before stays told, whatever came after.
    private async Task<CaseState?> PlaceElsewhereAsync(CaseId id, CancellationToken cancellation)
    {
        if (editions.Of(id).Entry.WinnersMayEnterAgain
            || (await cases.ReadAsync(id, cancellation))?.State is not { Step: Step.AwaitingDraw } state)
            return null;
        foreach (var other in await before.OfAsync(id, state.Entry, cancellation))
        {
            if (await cases.ReadAsync(other, cancellation) is { } found && !PlaceSettlement.Frees(found.State.Outcome))
                return found.State;
        }

        return null;
    }
}
