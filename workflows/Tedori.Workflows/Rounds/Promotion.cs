using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Gives places that came back to the next of the ranking (繰上当選) instead of carrying them on, by a decision of two
/// people, where the edition has it so. Who holds a place of another round is passed by. Safe to repeat: a case is
/// promoted once.
/// </summary>
public sealed class Promotion(
    IRecords records, EditionCatalog editions, RoundRecords rounds, SharedLots lots, CaseCommandHandler cases,
    SelectedCompanies selected, PlaceHolders holders, DrawnBefore drawn, PlaceService places, IClock clock)
{
    /// <summary>
    /// Promotes as many as places came back, but no more than <paramref name="most"/> at a time; a refusal where the
    /// rules forbid it or the decision found no place.
    /// </summary>
    public async Task<PromotionAnswer> PromoteAsync(
        RoundId round, PromotionDecision decision, int most, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await RefuseAsync(round, decision, cancellation) is { } refusal)
        {
            // What a try that died had claimed holds nobody up any more.
            await selected.ReleaseAsync(round, cancellation);
            return new([], refusal, false);
        }

        await places.SettleAsync(round, cancellation);
        var (count, refused) = (0, (Refusal?)null);
        var elsewhere = await holders.AllAsync(round.Edition, cancellation);
        var apart = await drawn.SetApartAsync(round, cancellation);
        var (state, _) = await rounds.StateAsync(round, cancellation);
        await foreach (var next in rounds.EachResultAsync(state, cancellation).Where(
            r => r is { Won: false, Exclusion: null }))
        {
            // Whose lot is disputed is not passed by: staff settle it, and the decision is repeated.
            if (await lots.AnsweringAsync(next, cancellation) is not { } id)
            {
                refused = new("lotNotSettled", $"次の順位の名簿番号{next.Shared!.Number}は、同じ企業を示すエントリーの連絡先が異なります。先に担当者の確認を決定してください。");
                break;
            }

            var before = (await cases.ReadAsync(id, cancellation))!.State;
            if (before.Outcome == Outcome.Lost && !apart.Contains(id)
                && elsewhere.Knows(CompanyKeys.Of(before.Entry, editions.Of(round).Entry.Reading)))
            {
                await selected.ReleaseAsync(id, before.Entry, cancellation);
                continue;
            }

            if (count == most)
                break;
            if (before.Outcome == Outcome.Lost && await FreeAsync(round, cancellation) == 0)
            {
                await selected.ReleaseAsync(id, before.Entry, cancellation);
                break;
            }

            if (before.Outcome == Outcome.Lost && !await ClaimAsync(id, before.Entry, cancellation))
                continue;
            var command = new CaseCommand.Promote(clock.GetCurrentInstant(), next.Rank, decision.By, decision.Signed);
            switch (await cases.HandleAsync(id, command, cancellation))
            {
                case CaseAnswer.Accepted accepted:
                    await BookAsync(id, before, decision.By, cancellation);
                    count += accepted.Events.Count > 0 ? 1 : 0;
                    break;
                case CaseAnswer.Refused other:
                    await selected.ReleaseAsync(id, before.Entry, cancellation);
                    refused = other.Refusal.Code == "caseClosed" ? null : other.Refusal;
                    break;
            }

            if (refused is not null)
                break;
        }

        var all = await PromotedAsync(round, decision, cancellation);
        refused ??= all.Count > 0 ? null : new("placesNotFree", $"第{round.Number}回で返還された予定社数はありません。");
        return new(all, refused, count == most);
    }

    /// <summary>
    /// What promoting would ask of which cases now, in the order of the ranking: as many as places came back. Keeps nothing.
    /// </summary>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        RoundId round, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        if (!editions.Of(round).Entry.Promotes || state.Phase != RoundPhase.Published)
            yield break;
        var free = (await places.SettledAsync(round with { Number = round.Number + 1 }, cancellation)).FreeOf(round.Number).Freed;
        var elsewhere = await holders.AllAsync(round.Edition, cancellation);
        var apart = await drawn.SetApartAsync(round, cancellation);
        await foreach (var next in rounds.EachResultAsync(state, cancellation).Where(
            r => r is { Won: false, Exclusion: null }))
        {
            if (free <= 0 || await lots.AnsweringAsync(next, cancellation) is not { } id)
                yield break;
            var before = (await cases.ReadAsync(id, cancellation))!.State;
            if (before.Outcome != Outcome.Lost || (!apart.Contains(id)
                && elsewhere.Knows(CompanyKeys.Of(before.Entry, editions.Of(round).Entry.Reading))))
                continue;
            free--;
            yield return new(id, new CaseCommand.Promote(
                clock.GetCurrentInstant(), next.Rank, Signatures.ToCome.Names, Signatures.ToCome));
        }
    }

    private async Task<Refusal?> RefuseAsync(
        RoundId round, PromotionDecision decision, CancellationToken cancellation)
    {
        if (!editions.Of(round).Entry.Promotes)
            return Refusals.PromotionOff();
        if (editions.Of(round).SecondPerson.Check(StaffAct.Promote, decision.Signed) is { } missing)
            return missing;
        if (await holders.UnreleasedAsync(round.Edition, cancellation) is { } open && open != round)
            return new("otherRoundUnreleased",
                $"第{open.Number}回の抽選の結果がまだ出ていません。そこで当選する企業を重ねて当選としないため、結果の公表の後に決定してください。");
        return (await rounds.StateAsync(round, cancellation)).State.Phase == RoundPhase.Published
            ? null
            : new("notPublished", $"第{round.Number}回の抽選結果の公表が終わっていません。公表の後に繰上当選を決定してください。");
    }

    // Before it is told, under all keys of its company at once: of two processes that give it places one finds the other.
    private async Task<bool> ClaimAsync(CaseId id, EntryForm form, CancellationToken cancellation)
    {
        var rules = editions.Of(id).Entry;
        if (rules.WinnersMayEnterAgain)
            return true;
        return (await records.UntilCommittedAsync(TryAsync, cancellation)).Item1;

        async Task<Tuple<bool>?> TryAsync()
        {
            var known = await selected.CasesOfAsync(
                id.Round.Edition, CompanyKeys.Of(form, rules.Reading), cancellation);
            if (await selected.IsClaimedAsync(id, form, cancellation))
                return null;
            foreach (var other in await drawn.OfAsync(id, form, cancellation))
            {
                if (await cases.ReadAsync(other, cancellation) is { } found && !PlaceSettlement.Frees(found.State.Outcome))
                {
                    await selected.ReleaseAsync(id, form, cancellation);
                    return Tuple.Create(false);
                }
            }

            return await selected.TryClaimAsync(id, form, known, cancellation) ? Tuple.Create(true) : null;
        }
    }

    // Also after a crash between the case and the ledger, because a case that was promoted before comes here again.
    private async Task BookAsync(CaseId caseId, CaseState state, string by, CancellationToken cancellation)
    {
        await places.PromoteAsync(caseId, by, cancellation);
        await selected.AddAsync(caseId, state.Entry, cancellation);
        await InSight.KeepAsync(records, caseId, cancellation);
    }

    // From the ledger, so that a decision which is repeated after a crash knows what it has done.
    private async Task<IReadOnlyList<CaseId>> PromotedAsync(
        RoundId round, PromotionDecision decision, CancellationToken cancellation) =>
        [.. (await places.PostingsAsync(round, cancellation))
            .Where(p => p.Cause == PlaceCause.Promoted && p.ApprovedBy == decision.By && p.At >= decision.At)
            .Select(p => CaseId.Parse(p.Subject))];

    private async Task<int> FreeAsync(RoundId round, CancellationToken cancellation) =>
        (await places.LedgerAsync(round.Edition, cancellation)).FreeOf(round.Number).Freed;
}

/// <summary>The decision of two people to promote.</summary>
/// <param name="Signed">Who proposed and who approved.</param>
/// <param name="At">When it was confirmed.</param>
public sealed record PromotionDecision(Signatures Signed, Instant At)
{
    /// <summary>Both names, as the ledger has them.</summary>
    public string By => Signed.Names;
}

/// <summary>What became of a promotion.</summary>
/// <param name="Promoted">All cases that the decision has promoted, now and before.</param>
/// <param name="Refusal">Why it ended or did nothing, or null.</param>
/// <param name="More">Whether it ended because so many are enough at a time.</param>
public sealed record PromotionAnswer(IReadOnlyList<CaseId> Promoted, Refusal? Refusal, bool More);
