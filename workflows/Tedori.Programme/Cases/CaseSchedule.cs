using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;

namespace Tedori.Programme.Cases;

/// <summary>
/// The deadlines of one case: the edition's dates, the extensions granted to it, the corrections asked of it.
/// </summary>
public static class CaseSchedule
{
    /// <summary>The deadline that the company must meet next, or null where none runs.</summary>
    public static Cutoff? Current(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Correction is { } correction && state.Step == correction.Review
            ? OfCorrection(edition, correction)
            : Of(edition, state, state.Step);
    }

    /// <summary>The deadline of a step, or null where the step has none or the track is not fixed yet.</summary>
    public static Cutoff? Of(Edition edition, CaseState state, Step step)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (DateOf(edition, state, step) is not { } date)
            return null;
        var extended = state.Extensions.ContainsKey(step) ? "(延長後)" : "";
        var rule = string.Create(
            CultureInfo.InvariantCulture, $"第{state.Id.Round.Number}回の「{CaseLabels.Of(step)}」の期限{extended}(募集要項1(4))");
        return Cutoff.On(edition, date, rule, post: true);
    }

    /// <summary>The deadline of a correction.</summary>
    public static Cutoff OfCorrection(Edition edition, Correction correction)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(correction);
        var usual = Cutoff.After(
            edition, correction.AskedOn, edition.Windows.CorrectionBusinessDays, "補正の期限", post: true);
        return usual.Date == correction.Due ? usual : Cutoff.On(edition, correction.Due, "補正の期限", post: true);
    }

    /// <summary>The last day of a step's deadline, Asia/Tokyo, inclusive, or null where it has none.</summary>
    public static LocalDate? DateOf(Edition edition, CaseState state, Step step)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Extensions.TryGetValue(step, out var extended))
            return extended;
        var round = edition.Round(state.Id.Round.Number);
        return step switch
        {
            Step.CompanyRegistration => round.CompanyRegistration,
            Step.ProjectRegistration => round.ProjectRegistration,
            Step.Implementation when state.Project is { } p => round.On(p.Track).Implementation,
            Step.Claim when state.Project is { } p => round.On(p.Track).Claim,
            Step.Implementation or Step.Claim => null,
            Step.AwaitingDraw or Step.EligibilityReview or Step.ClaimReview or Step.Closed => null,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
        };
    }

    /// <summary>
    /// When the case has to be looked at next although nobody asks, or null where only a command can move it.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="now">Whatever is due until then (inclusive) has been done.</param>
    public static Instant? NextWake(Edition edition, CaseState state, Instant now)
    {
        if (CasePayments.Of(edition, state) is { } money)
            return PaymentSchedule.NextWake(edition, money, now);
        if (Current(edition, state) is not { } cutoff)
            return null;
        // While an envelope waits to be read nothing lapses: its settling, not the time, is what the case waits for.
        Instant? end = state.Step == Step.Implementation ? JapanTime.EndOf(cutoff.Date)
            : state.Envelopes.Count > 0 ? null
            : cutoff.SettledAt;
        IEnumerable<Instant> ends = end is { } one ? [one] : [];
        var wakes = Reminders.Of(edition, state, cutoff).Select(r => r.At).Concat(ends).Where(at => at > now);
        return wakes.Cast<Instant?>().Min();
    }
}
