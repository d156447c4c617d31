using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Draws a round again, by a decision of two people with a published reason and a newly announced value. The list stays
/// as it was sealed, and the earlier draw stays published. Only before the result is released: what companies were told
/// stands.
/// </summary>
public sealed class Redraw(EditionCatalog editions, RoundRecords rounds, Sealing sealing, IHints hints, IClock clock)
{
    private const int LongestReason = 500;

    /// <summary>Decides it; a refusal where the rules forbid it. The same key again is a no-op.</summary>
    /// <param name="key">
    /// Key of the decision: what bears another is another decision, also where it says the same.
    /// </param>
    /// <param name="round">The round.</param>
    /// <param name="reason">Why, in Japanese; it is published.</param>
    /// <param name="signed">Who proposed and who approved.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<Refusal?> DecideAsync(
        string key, RoundId round, string reason, Signatures signed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(signed);
        var decision = new RedrawDecision(
            reason.Trim(), clock.GetCurrentInstant(), signed.Proposer.Name, signed.Approver.Name, key, signed);
        var (refusal, decided) = await rounds.ChangeAsync(
            round, state => DecideAsync(state, decision, cancellation), cancellation);
        if (decided)
            await hints.RoundChangedAsync(round, cancellation);
        return refusal;
    }

    private async Task<Change<RoundState, (Refusal? Refusal, bool Decided)>> DecideAsync(
        RoundState state, RedrawDecision decision, CancellationToken cancellation)
    {
        // Also when it has been drawn meanwhile: a decision that is repeated after a crash must not draw once more.
        if (state.Redraw?.Key == decision.Key)
            return new(state, (null, false));
        if (Judge(editions.Of(state.Id), state, decision) is { } refusal)
            return new(state, (refusal, false));
        var next = state with
        {
            Phase = RoundPhase.Sealed,
            Draw = state.Draw + 1,
            Redraw = decision,
            DrawnAt = null,
            Seed = null,
            Won = 0,
        };
        return new(await sealing.AnnouncedAsync(editions.Of(state.Id), next, cancellation), (null, true));
    }

    private static Refusal? Judge(Edition edition, RoundState state, RedrawDecision decision)
    {
        if (state.Phase < RoundPhase.Drawn)
            return new("notDrawn", $"第{state.Id.Number}回はまだ抽選されていないため、やり直すことはできません。");
        if (state.Phase > RoundPhase.Drawn)
            return new("resultReleased", $"第{state.Id.Number}回は結果を公表したため、抽選をやり直すことはできません。");
        if (state.Draw > edition.Entry.MostRedraws)
            return new("redrawnTooOften", $"第{state.Id.Number}回の抽選は、制度ファイルの上限({edition.Entry.MostRedraws}回)までやり直しています。");
        if (edition.SecondPerson.Check(StaffAct.DrawAgain, decision.Signed) is { } missing)
            return missing;
        return decision.Reason.Length is 0 or > LongestReason
            ? new("reasonMissing", $"抽選をやり直す理由を{LongestReason}字以内で入力してください。理由は公表されます。")
            : null;
    }
}
