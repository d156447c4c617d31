using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Tells the entries of a shared lot that won: where all name one mail address the first goes on at once; else all wait
/// until two people have settled who answers for the company. Nobody else waits for it. Safe to repeat.
/// </summary>
public sealed class LotSettlement(
    IRecords records, RoundRecords rounds, SharedLots lots, CaseCommandHandler cases, PlaceAward awards,
    StaffTasks tasks, IClock clock)
{
    /// <summary>Kind of the task by which staff are asked to settle a lot.</summary>
    public const string TaskKind = "settleLot";

    /// <summary>Asks staff to settle every lot of a drawn round that won and is disputed.</summary>
    public async Task AskAsync(RoundId round, CancellationToken cancellation = default)
    {
        foreach (var lot in await lots.DisputedAsync(round, cancellation))
            await AskAsync(lot, cancellation);
    }

    /// <summary>Tells one entry of a shared lot that won what is known of it.</summary>
    public async Task TellAsync(ResultRow result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var shared = result.Shared!;
        if (!shared.Disputed)
        {
            await TellAsync(result, answers: result.Exclusion is null, Exclusion.Joined, cancellation);
            return;
        }

        if (await lots.SettledAsync(result.CaseId.Round, shared.Number, cancellation) is { } settled)
        {
            await TellAsync(result, settled.Answers == result.CaseId, Exclusion.AnsweredByAnother, cancellation);
            return;
        }

        await cases.HandleAsync(
            result.CaseId, new CaseCommand.HoldResult(clock.GetCurrentInstant(), result.Rank), cancellation);
        await AskAsync(result, cancellation);
    }

    /// <summary>What telling one entry of a shared lot that won would ask of its case now. Writes nothing.</summary>
    public async Task<AskedOfCase> AsksAsync(ResultRow result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var shared = result.Shared!;
        if (!shared.Disputed)
            return await AsksAsync(result, answers: result.Exclusion is null, Exclusion.Joined, cancellation);
        return await lots.SettledAsync(result.CaseId.Round, shared.Number, cancellation) is { } settled
            ? await AsksAsync(result, settled.Answers == result.CaseId, Exclusion.AnsweredByAnother, cancellation)
            : new(result.CaseId, new CaseCommand.HoldResult(clock.GetCurrentInstant(), result.Rank));
    }

    /// <summary>What settling a lot would ask of its cases now; nothing before its result is out. Writes nothing.</summary>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        RoundId round, int lot, CaseId answers, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if ((await rounds.StateAsync(round, cancellation)).State.Phase < RoundPhase.Released)
            yield break;
        foreach (var member in (await lots.MembersAsync(round, lot, cancellation)).Where(m => m.Shared!.Won))
            yield return await AsksAsync(member, answers == member.CaseId, Exclusion.AnsweredByAnother, cancellation);
    }

    /// <summary>Whether a lot can be settled so, or why not.</summary>
    public async Task<Refusal?> CheckAsync(
        RoundId round, int lot, CaseId answers, string? key, CancellationToken cancellation = default)
    {
        var members = await lots.MembersAsync(round, lot, cancellation);
        if (!await lots.IsDisputedAsync(members, cancellation))
            return new("lotNotDisputed", $"第{round.Number}回の名簿番号{lot}は、担当者の確認を要しません。番号を確認してください。");
        if (members.All(m => m.CaseId != answers))
            return new("notOfThisLot", $"受付番号{answers}は、名簿番号{lot}のエントリーではありません。番号を確認してください。");
        if (await lots.SettledAsync(round, lot, cancellation) is { } settled)
            return settled.Key == key
                ? null
                : new("alreadySettled", $"名簿番号{lot}は、{settled.Answers}で手続きを進めることをすでに決定しています。");
        // A place that is given to who has left is given to nobody, and all others of the lot would be out; where all have
        // left, it comes back by that.
        if (await HasLeftAsync(answers, cancellation)
            && await members.ToAsyncEnumerable().AnyAsync(
                async (m, _) => !await HasLeftAsync(m.CaseId, cancellation), cancellation))
            return new("answersClosed", $"受付番号{answers}は終結しているため、手続きを進められません。ほかのエントリーを指定してください。");
        return await awards.UnclearAsync(answers, cancellation) is { } other
            ? new("drawnElsewhere", $"受付番号{other}が、連絡先の異なる同じ企業を示して、第{other.Round.Number}回で当選しています。"
                + $"{answers}と同じ企業かどうかを、先に起案して決定してください。")
            : null;
    }

    /// <summary>
    /// Settles by a decision of two people which entry answers for the company, and tells all of the lot once the result
    /// of the round is out. The same key again is a no-op.
    /// </summary>
    public async Task<Refusal?> SettleAsync(
        RoundId round, int lot, CaseId answers, SettledLot decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await CheckAsync(round, lot, answers, decision.Key, cancellation) is { } refusal)
            return refusal;
        var kept = await records.ChangeAsync(
            RoundRows.Settled(round, lot), before => before ?? decision, cancellation);
        if (kept!.Key != decision.Key)
            return await CheckAsync(round, lot, answers, decision.Key, cancellation);
        // Before its release the result is told with all others; of a lot that lost there is nothing to tell.
        if ((await rounds.StateAsync(round, cancellation)).State.Phase < RoundPhase.Released)
            return null;
        foreach (var member in (await lots.MembersAsync(round, lot, cancellation)).Where(m => m.Shared!.Won))
            await TellAsync(member, cancellation);
        return null;
    }

    private async Task<bool> HasLeftAsync(CaseId id, CancellationToken cancellation) =>
        (await cases.ReadAsync(id, cancellation))?.State.Outcome is not (null or Outcome.Lost);

    private async Task TellAsync(
        ResultRow result, bool answers, Exclusion otherwise, CancellationToken cancellation)
    {
        var answer = answers
            ? await awards.TellAsync(result.CaseId, result.Rank, shared: true, cancellation)
            : await cases.HandleAsync(
                result.CaseId, new CaseCommand.Exclude(clock.GetCurrentInstant(), otherwise), cancellation);
        switch (answer)
        {
            case CaseAnswer.Accepted:
            case CaseAnswer.Refused { Refusal.Code: "caseClosed" }:
                // A company may have declined between its entry and the result.
                break;
            case var other:
                throw new InvalidOperationException($"{result.CaseId} cannot be told its result: {other}.");
        }
    }

    private async Task<AskedOfCase> AsksAsync(
        ResultRow result, bool answers, Exclusion otherwise, CancellationToken cancellation) => answers
            ? await awards.AsksAsync(result.CaseId, result.Rank, shared: true, cancellation)
            : new(result.CaseId, new CaseCommand.Exclude(clock.GetCurrentInstant(), otherwise));

    private Task AskAsync(ResultRow result, CancellationToken cancellation)
    {
        var (round, lot) = (result.CaseId.Round, result.Shared!.Number);
        return tasks.RaiseAsync(new(TaskKind, $"{round}.{lot}", clock.GetCurrentInstant(),
            $"第{round.Number}回の名簿番号{lot}は当選しましたが、同じ企業を示すエントリーの連絡先が異なります。"
            + "企業に確認し、どのエントリーで手続きを進めるかを起案してください。ほかの企業への通知は、この確認を待ちません。"), cancellation);
    }
}
