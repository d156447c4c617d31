using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases.Paths;

/// <summary>A case at an instant, as far as it decides what may happen next.</summary>
internal sealed record Situation(CaseState State, Instant Now)
{
    private static readonly Instant End = Tokyo.At("2027-03-01T00:00:00");

    /// <summary>Two of the same kind lead to the same commands, events and refusals.</summary>
    public object Kind => (
        State.Step, State.ClosedIn, State.Outcome, State.Correction?.Review, Math.Min(State.Corrections, 2),
        State.Visits.Count, State.Project?.Track, State.Claim is null, State.Claim?.Stated is null, State.PaymentReleasedAt is null,
        State.ContactChange?.Confirmed.Count, State.Envelopes.Count, State.Gaps.Count == 0,
        State.ReplacedAt is null, State.UnderReview == State.Step, MoneyKind(State.Money));

    private static object? MoneyKind(PaymentState? money) => money is null ? null : (
        money.Invoice?.Stage, money.Standing?.Stage, Math.Min(money.Attempts.Count, 2), money.RevokedYen, money.Claim is null,
        money.OwedYen, money.LapsedOn is null, Math.Min(money.Refunds.Count, 2), money.Reminded.Count == 0);

    public static string NameOf(CaseState state) => state.Outcome?.ToString() ?? state.Step.ToString();

    /// <summary>Soon, on both sides of what runs out, when there is something to do, and much later.</summary>
    public IEnumerable<Instant> Moments(Edition edition)
    {
        Instant[] usual = [Now + Duration.FromHours(1), Now + Duration.FromDays(200)];
        Instant[] ends = CaseSchedule.Current(edition, State) is { } cutoff
            ?
            [
                cutoff.ElectronicEnd - Tokyo.Millisecond, cutoff.ElectronicEnd, cutoff.SettledAt,
                JapanTime.EndOf(cutoff.Date), CaseSchedule.NextWake(edition, State, Now) ?? Now,
            ]
            : CaseSchedule.NextWake(edition, State, Now) is { } wake ? [wake] : [];
        return usual.Concat(ends).Where(at => at >= Now && at < End).Distinct().Order();
    }
}
