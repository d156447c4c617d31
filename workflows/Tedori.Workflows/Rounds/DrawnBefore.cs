using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// By which cases the company of an entry was drawn in other rounds, and what two people decide about that: whoever
/// enters early with a company's name and wins must not keep the company itself out. Undecided it is one company.
/// </summary>
public sealed class DrawnBefore(
    IRecords records, RoundRecords rounds, EditionCatalog editions, CaseCommandHandler cases, SelectedCompanies selected)
{
    /// <summary>The cases by which the company was drawn, without those that two people set apart from this one.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="form">What it states.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<CaseId>> OfAsync(
        CaseId id, EntryForm form, CancellationToken cancellation = default)
    {
        var drawn = await selected.CasesOfAsync(
            id.Round.Edition, CompanyKeys.Of(form, editions.Of(id).Entry.Reading), cancellation);
        var apart = await records.BodiesAsync(RoundRows.DrawnBeforeOf(id), cancellation)
            .Where(d => !d.Joined).Select(d => d.First).ToHashSetAsync(cancellationToken: cancellation);
        return [.. drawn.Where(d => d != id && !apart.Contains(d))];
    }

    /// <summary>The entries of a round that two people set apart from everybody who was drawn with what they state.</summary>
    public async Task<IReadOnlySet<CaseId>> SetApartAsync(RoundId round, CancellationToken cancellation = default)
    {
        var apart = new HashSet<CaseId>();
        await foreach (var id in records.BodiesAsync(RoundRows.DrawnBeforeOf(round), cancellation)
            .Where(d => !d.Joined).Select(d => d.Second).Distinct())
        {
            if ((await OfAsync(id, (await EntryAsync(id, cancellation))!.Form, cancellation)).Count == 0)
                apart.Add(id);
        }

        return apart;
    }

    /// <summary>What two people decided about an entry and a case that was drawn, or null.</summary>
    public async Task<JoinDecision?> DecisionAsync(
        CaseId drawn, CaseId id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RoundRows.DrawnBefore(drawn, id), cancellation))?.Body;

    /// <summary>Whether the two can be decided about, whichever stands first, or why not.</summary>
    public async Task<Refusal?> CheckAsync(CaseId first, CaseId second, CancellationToken cancellation = default)
    {
        var (drawn, id) = await OrderAsync(first, second, cancellation);
        foreach (var either in new[] { drawn, id })
        {
            if (await EntryAsync(either, cancellation) is null)
                return EntryJoins.NoSuchCase(either);
        }

        var form = (await EntryAsync(id, cancellation))!.Form;
        var keys = CompanyKeys.Of(form, editions.Of(id).Entry.Reading);
        if (!(await selected.CasesOfAsync(id.Round.Edition, keys, cancellation)).Contains(drawn))
            return new("notDrawnAsThis", $"受付番号{drawn}は、{id}と同じ企業を示して当選したものではありません。番号を確認してください。");
        return await IsOpenAsync(id, cancellation) ? null : EntryJoins.Sealed(id.Round);
    }

    /// <summary>Keeps a decision; a later one about the same two takes its place.</summary>
    public async Task<Refusal?> DecideAsync(JoinDecision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await CheckAsync(decision.First, decision.Second, cancellation) is { } refusal)
            return refusal;
        var (drawn, id) = await OrderAsync(decision.First, decision.Second, cancellation);
        var row = RoundRows.DrawnBefore(drawn, id).Upsert(decision with { First = drawn, Second = id });
        if (await MayStillWinAsync(id, cancellation))
        {
            await records.CommitAsync([row], cancellation);
            return null;
        }

        // With the counter, which the sealing replaces first: what comes later than it finds the list sealed.
        return await records.ChangeAsync(RoundRows.Counter(id.Round), counter => counter is { Sealed: true }
            ? new Change<CounterRow, Refusal?>(counter, EntryJoins.Sealed(id.Round))
            : new(counter ?? CounterRow.Start, null, [row]), cancellation);
    }

    // Who has no place is decided about; the other one was drawn.
    private async Task<(CaseId Drawn, CaseId Id)> OrderAsync(
        CaseId first, CaseId second, CancellationToken cancellation) =>
        (await cases.ReadAsync(second, cancellation))?.State is null or { Step: Step.AwaitingDraw } or { Outcome: Outcome.Lost }
            ? (first, second)
            : (second, first);

    private async Task<bool> IsOpenAsync(CaseId id, CancellationToken cancellation) =>
        (await rounds.StateAsync(id.Round, cancellation)).State.Phase < RoundPhase.Sealed
        || await MayStillWinAsync(id, cancellation);

    // After the sealing a lot that waits for who answers, and whoever may be promoted.
    private async Task<bool> MayStillWinAsync(CaseId id, CancellationToken cancellation) =>
        (await cases.ReadAsync(id, cancellation))?.State
            is { Step: Step.AwaitingDraw, HeldSince: not null } or { Outcome: Outcome.Lost };

    private async Task<EntryRow?> EntryAsync(CaseId id, CancellationToken cancellation) =>
        (await records.ReadAsync(RoundRows.Entry(id), cancellation))?.Body;
}
