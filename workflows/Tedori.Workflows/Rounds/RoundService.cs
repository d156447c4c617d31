using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Moves a round on: opens it, seals its list, draws, releases the result. Safe to repeat at every point.
/// </summary>
public sealed class RoundService(
    EditionCatalog editions, RoundRecords rounds, Sealing sealing, Beacons beacons, FreshValues values, PlaceService places,
    LotSettlement lots, Disruptions disruptions, IEnumerable<ISealingHold> holds, StaffTasks tasks, IHints hints,
    IClock clock)
{
    private static readonly Duration BeaconRetry = Duration.FromMinutes(1);
    private static readonly Duration HoldRetry = Duration.FromMinutes(10);

    /// <summary>Does whatever is due and answers with the next wake.</summary>
    public async Task<RoundAdvanced> AdvanceAsync(RoundId round, CancellationToken cancellation = default)
    {
        // Another process may have learnt meanwhile that the window was moved.
        await disruptions.ApplyAsync(cancellation);
        while (true)
        {
            var edition = editions.Of(round);
            var now = clock.GetCurrentInstant();
            var (state, version) = await rounds.StateAsync(round, cancellation);
            if (state.Phase == RoundPhase.Released)
                return new(state.Phase, null, RoundRecords.PagesOf(state));
            if (state.Phase > RoundPhase.Released || RoundSchedule.NextDue(edition, state) is not { } due)
                return new(state.Phase, null);
            if (now < due)
                return new(state.Phase, due);
            if (state.Phase == RoundPhase.Open && await IsHeldAsync(edition, round, now, cancellation))
                return new(state.Phase, now + HoldRetry);
            if (!await StepAsync(edition, state, version, now, cancellation))
                return new(state.Phase, now + BeaconRetry);
        }
    }

    /// <summary>
    /// Releases a drawn result for publication, by a decision of two people. Releasing it again is a no-op.
    /// </summary>
    public async Task<Refusal?> ReleaseAsync(
        RoundId round, Signatures signed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var (refusal, released) = await rounds.ChangeAsync(
            round, state => Task.FromResult(Release(state, signed)), cancellation);
        if (released)
            await hints.RoundChangedAsync(round, cancellation);
        return refusal;
    }

    private Change<RoundState, (Refusal? Refusal, bool Released)> Release(
        RoundState state, Signatures signed)
    {
        if (state.Phase >= RoundPhase.Released)
            return new(state, (null, false));
        if (state.Phase < RoundPhase.Drawn)
            return new(state, (new("notDrawn", $"第{state.Id.Number}回はまだ抽選されていません。抽選の後に公表してください。"), false));
        return editions.Of(state.Id).SecondPerson.Check(StaffAct.ReleaseResult, signed) is { } missing
            ? new(state, (missing, false))
            : new(Released(state, signed.Names), (null, true));
    }

    // False where the round has to wait for the beacon, or for a list that is whole again. A commit that met another writer is tried again by the loop.
    private async Task<bool> StepAsync(
        Edition edition, RoundState state, string? version, Instant now, CancellationToken cancellation)
    {
        switch (state.Phase)
        {
            case RoundPhase.Scheduled:
                await OpenAsync(edition, state, version, now, cancellation);
                return true;
            case RoundPhase.Open:
                return await SealAsync(edition, state, version, now, cancellation);
            case RoundPhase.Sealed:
                return await DrawAsync(state, version, now, cancellation);
            case RoundPhase.Drawn:
                await rounds.MoveAsync(Released(state, "programme"), version, [], cancellation);
                return true;
            case RoundPhase.Released or RoundPhase.Published:
            default:
                throw new InvalidOperationException($"{state.Id} has nothing to do when {state.Phase}.");
        }
    }

    private async Task OpenAsync(
        Edition edition, RoundState state, string? version, Instant now, CancellationToken cancellation)
    {
        var planned = edition.Round(state.Id.Number).Places;
        await places.OpenAsync(state.Id, planned, cancellation);
        var advice = string.Concat(await places.AdviceAsync(state.Id, cancellation));
        await tasks.RaiseAsync(new("carryPlaces", state.Id.ToString(), now,
            $"第{state.Id.Number}回の受付を開始しました。前回までの空き予定社数を追加するか決定してください。{advice}"), cancellation);
        await rounds.MoveAsync(state with { Phase = RoundPhase.Open, Places = planned }, version, [], cancellation);
    }

    // Who could not enter because of an outage would be told too late: two people may still move the window for a day.
    private async Task<bool> IsHeldAsync(
        Edition edition, RoundId id, Instant now, CancellationToken cancellation)
    {
        // What is frozen is gone on with, however late.
        if (await rounds.IsFrozenAsync(id, cancellation))
            return false;
        var round = edition.Round(id.Number);
        if (WindowMove.HeldUntil(edition, round, now) is { } until)
        {
            await tasks.RaiseAsync(new("sealingHeld", id.ToString(), now,
                $"第{id.Number}回は、締切の時刻に名簿を封印できませんでした。システムの障害が考えられるため、封印を"
                + $"{JapaneseDate.Full(until)}まで保留します。受付期間を延長する必要があるときは、それまでに起案し、承認してください。"
                + "延長しないときは、その時刻に自動で封印します。"), cancellation);
            return true;
        }

        if (now >= EntryWindow.Of(edition, round).Closes + WindowMove.Patience)
            return false;
        foreach (var hold in holds)
        {
            if (await hold.HoldsAsync(id, cancellation))
                return true;
        }

        return false;
    }

    // Nothing is sealed over a gap: whoever restores the entries has it sealed at the next look.
    private async Task<bool> SealAsync(
        Edition edition, RoundState state, string? version, Instant now, CancellationToken cancellation)
    {
        if (!await sealing.CloseAsync(state.Id, now, cancellation))
        {
            await disruptions.ApplyAsync(cancellation);
            return false;
        }

        if (await sealing.SealAsync(edition, state, version, now, cancellation) is not { } fault)
            return true;
        TedoriMeter.ReconciliationFindings.Add(
            1, new KeyValuePair<string, object?>(MetricNames.CodeTag, "entryChainBroken"));
        await tasks.RaiseAsync(new("entryChainBroken", state.Id.ToString(), now,
            $"第{state.Id.Number}回の受付一覧が、各社の控えのダイジェストと一致しません(受付番号{new CaseId(state.Id, fault.Serial)}から)。"
            + "名簿の封印を止めています。システム管理者に連絡し、記録を復元してください。復元されると、自動で封印します。"), cancellation);
        return false;
    }

    private async Task<bool> DrawAsync(RoundState state, string? version, Instant now, CancellationToken cancellation)
    {
        if (await beacons.ValueAsync(state.Id, state.Draw, state.Pledge!, cancellation) is not { } value)
            return false;
        var subject = state.Draw == 1 ? state.Id.ToString() : $"{state.Id}.{state.Draw}";
        if (!await values.TakeAsync(state.Id, state.Draw, value, cancellation))
        {
            await tasks.RaiseAsync(new("valueRepeated", subject, now,
                $"第{state.Id.Number}回の抽選を決める値は、ほかの抽選ですでに使われています。抽選は行われません。システム管理者に連絡してください。"), cancellation);
            return false;
        }

        await sealing.DrawAsync(state, version, value, now, cancellation);
        await lots.AskAsync(state.Id, cancellation);
        await tasks.RaiseAsync(new("releaseResult", subject, now,
            $"第{state.Id.Number}回の抽選が終わりました。結果を確認し、公表を決定してください。"), cancellation);
        return true;
    }

    private RoundState Released(RoundState state, string by) =>
        state with { Phase = RoundPhase.Released, ReleasedBy = by, ReleasedAt = clock.GetCurrentInstant() };
}
