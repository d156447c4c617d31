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
/// Gives places that came back to the next of the ranking (繰上当選) instead of carrying them on, by a decision of two
/// people, where the edition has it so. Safe to repeat: a case is promoted once.
/// </summary>
public sealed class Promotion(
    IRecords records, EditionCatalog editions, RoundRecords rounds, CaseCommandHandler cases, SelectedCompanies selected,
    PlaceService places, IClock clock)
{
    /// <summary>Promotes as many as places came back; a refusal where the rules forbid it or none came back.</summary>
    public async Task<(int Promoted, Refusal? Refusal)> PromoteAsync(
        RoundId round, string decidedBy, string confirmedBy, CancellationToken cancellation = default)
    {
        if (!editions.Of(round).Entry.Promotes)
            return (0, Refusals.PromotionOff());
        if (decidedBy == confirmedBy)
            return (0, new("secondPersonMissing", "同じ人が決定と確認を行うことはできません。別の人が確認してください。"));
        if ((await rounds.StateAsync(round, cancellation)).State.Phase != RoundPhase.Published)
            return (0, new("notPublished", $"第{round.Number}回の抽選結果の公表が終わっていません。公表の後に繰上当選を決定してください。"));
        await places.SettleAsync(round, cancellation);
        var by = $"{decidedBy}, {confirmedBy}";
        var promoted = 0;
        foreach (var next in (await rounds.ResultsAsync(round, cancellation)).Where(
            r => r is { Won: false, Exclusion: null }))
        {
            var state = (await cases.ReadAsync(next.CaseId, cancellation))!.State;
            if (state.Outcome == Outcome.Lost && await FreeAsync(round, cancellation) == 0)
                break;
            var command = new CaseCommand.Promote(clock.GetCurrentInstant(), next.Rank, by);
            switch (await cases.HandleAsync(next.CaseId, command, cancellation))
            {
                case CaseAnswer.Accepted accepted:
                    await BookAsync(next.CaseId, state, by, cancellation);
                    promoted += accepted.Events.Count > 0 ? 1 : 0;
                    break;
                case CaseAnswer.Refused { Refusal.Code: not "caseClosed" } refused:
                    return (promoted, refused.Refusal);
            }
        }

        return promoted > 0 ? (promoted, null) : (0, new("placesNotFree", $"第{round.Number}回で返還された予定社数はありません。"));
    }

    // Also after a crash between the case and the ledger, because a case that was promoted before comes here again.
    private async Task BookAsync(CaseId caseId, CaseState state, string by, CancellationToken cancellation)
    {
        await places.PromoteAsync(caseId, by, cancellation);
        await selected.AddAsync(caseId, CompanyKey.Of(state.Entry), cancellation);
        await InSight.KeepAsync(records, caseId, cancellation);
    }

    private async Task<int> FreeAsync(RoundId round, CancellationToken cancellation) =>
        (await places.LedgerAsync(round.Edition, cancellation)).FreeOf(round.Number).Freed;
}
