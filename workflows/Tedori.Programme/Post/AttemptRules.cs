using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Post;

/// <summary>
/// When a mail may be taken for an attempt to file (締切前の提出の試み): where the edition allows it, if it came before the
/// deadline, once the company can no longer file by itself, and not for ever. Pure.
/// </summary>
public static class AttemptRules
{
    /// <summary>A mail never counts as a filing in this edition.</summary>
    public static readonly Refusal NotAllowed = new("attemptNotAllowed",
        "この年度の定めでは、締切前に届いたメールを提出として扱うことはできません。企業に、マイページか郵送での提出を案内してください。");

    private static readonly Refusal NothingMissed = new("attemptNothingMissed",
        "この申請には、締切を過ぎて提出されていない手続きがありません。審査中であれば、添付を審査の書類として受け取れます。");

    /// <summary>Why a mail may not be recorded as an attempt, or null where it may.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="cutoff">
    /// The deadline it is about, or null where none runs: then the rules of the case refuse the filing.
    /// </param>
    /// <param name="receivedAt">When the mail was received.</param>
    /// <param name="now">When it is recorded.</param>
    public static Refusal? Check(Edition edition, Cutoff? cutoff, Instant receivedAt, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Windows.AttemptBusinessDays is not { } days)
            return NotAllowed;
        if (cutoff is null)
            return null;
        if (receivedAt >= cutoff.ElectronicEnd)
            return AfterCutoff(cutoff, receivedAt);
        if (now < cutoff.ElectronicEnd)
            return BeforeCutoff(cutoff);
        var last = edition.Calendar.AddBusinessDays(cutoff.Date, days);
        return JapanTime.DateOf(now) > last ? TooOld(last) : null;
    }

    /// <summary>
    /// Why a mail may not be recorded as an attempt to file anything of a case, or null where there is a procedure it may be one of.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="receivedAt">When the mail was received.</param>
    /// <param name="now">When it would be recorded.</param>
    public static Refusal? Check(Edition edition, CaseState state, Instant receivedAt, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (edition.Windows.AttemptBusinessDays is null)
            return NotAllowed;
        Refusal? refusal = NothingMissed;
        foreach (var cutoff in Open(edition, state))
        {
            refusal = Check(edition, cutoff, receivedAt, now);
            if (refusal is null)
                return null;
        }

        return refusal;
    }

    // What the case stands in, or lapsed in; the claim may be filed while the measures still run.
    private static IEnumerable<Cutoff> Open(Edition edition, CaseState state)
    {
        if (state.Correction is { } correction && state.Step == correction.Review)
            yield return CaseSchedule.OfCorrection(edition, correction);
        var step = state.Outcome == Outcome.Lapsed ? state.ClosedIn : state.Step;
        if ((step == Step.Implementation ? Step.Claim : step) is { } filed and (Step.CompanyRegistration or Step.ProjectRegistration or Step.Claim)
            && CaseSchedule.Of(edition, state, filed) is { } cutoff)
            yield return cutoff;
    }

    /// <summary>What the company is told where two people judged that its mail was no attempt to file.</summary>
    /// <param name="reason">Why, in one or more Japanese sentences.</param>
    public static Refusal Rejected(string reason) => new(Refusals.AttemptRejectedCode,
        $"締切前に届いたメールを確認しましたが、期限内の提出とは認められませんでした。{reason}");

    private static Refusal AfterCutoff(Cutoff cutoff, Instant receivedAt) => new("attemptAfterCutoff",
        $"このメールは{JapaneseDate.Full(receivedAt)}に届いています。登録できるのは、締切({JapaneseDate.Full(cutoff.ElectronicEnd)})より前に届いたメールだけです。");

    private static Refusal BeforeCutoff(Cutoff cutoff) => new("attemptBeforeCutoff",
        $"締切({JapaneseDate.Full(cutoff.ElectronicEnd)})の前です。企業に、マイページでの提出を案内してください。");

    private static Refusal TooOld(LocalDate last) => new("attemptTooOld",
        $"締切前の提出の試みとして登録できるのは、{JapaneseDate.Full(last)}までです。期間を過ぎたため登録できません。");
}
