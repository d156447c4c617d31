using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Moves a round on: opens it, seals its list, draws, releases the result. Safe to repeat at every point.
/// </summary>
public sealed class RoundService(
    EditionCatalog editions, RoundRecords rounds, Sealing sealing, Beacons beacons, FreshValues values, PlaceService places,
    StaffTasks tasks, IHints hints, IClock clock)
{
    private static readonly Duration BeaconRetry = Duration.FromMinutes(1);

    /// <summary>Does whatever is due and answers with the next wake.</summary>
    public async Task<RoundAdvanced> AdvanceAsync(RoundId round, CancellationToken cancellation = default)
    {
        var edition = editions.Of(round);
        while (true)
        {
            var now = clock.GetCurrentInstant();
            var (state, version) = await rounds.StateAsync(round, cancellation);
            if (state.Phase == RoundPhase.Released)
                return new(state.Phase, null, RoundRecords.PagesOf(state));
            if (state.Phase > RoundPhase.Released || RoundSchedule.NextDue(edition, state) is not { } due)
                return new(state.Phase, null);
            if (now < due)
                return new(state.Phase, due);
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

    // False where the round has to wait for the beacon. A commit that met another writer is tried again by the loop.
    private async Task<bool> StepAsync(
        Edition edition, RoundState state, string? version, Instant now, CancellationToken cancellation)
    {
        switch (state.Phase)
        {
            case RoundPhase.Scheduled:
                await OpenAsync(edition, state, version, now, cancellation);
                return true;
            case RoundPhase.Open:
                await sealing.SealAsync(edition, state, version, now, cancellation);
                return true;
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
        await tasks.RaiseAsync(new("releaseResult", subject, now,
            $"第{state.Id.Number}回の抽選が終わりました。結果を確認し、公表を決定してください。"), cancellation);
        return true;
    }

    private RoundState Released(RoundState state, string by) =>
        state with { Phase = RoundPhase.Released, ReleasedBy = by, ReleasedAt = clock.GetCurrentInstant() };
}
