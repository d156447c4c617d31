using System.Globalization;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    // A lapsed case may be reinstated before the envelope is settled; any other end is none that time brings.
    private static Decision RecordEnvelope(CaseState s, CaseCommand.RecordEnvelope c)
    {
        var known = s.Envelopes.Contains(c.Key) || s.Filed.Values.Contains(c.Key) || s.Answered.Contains(c.Key)
            || s.Refused.Contains(c.Key);
        return known || s.Outcome is not (null or Outcome.Lapsed)
            ? Decision.Nothing
            : Decision.Accept(new CaseEvent.EnvelopeRecorded(c.At, c.Key, c.Mail));
    }

    private static Decision SettleEnvelope(CaseState s, CaseCommand.SettleEnvelope c) => s.Envelopes.Contains(c.Key)
        ? Decision.Accept(new CaseEvent.EnvelopeSettled(c.At, c.Key))
        : Decision.Nothing;

    private static Decision TakeMailFile(CaseState s, CaseCommand.TakeMailFile c) =>
        s.MailFiles.Contains(c.Filing.Key) ? Decision.Nothing
        : s.Step is not (Step.EligibilityReview or Step.ClaimReview) ? Refuse(Refusals.NoReviewRuns)
        : Decision.Accept(new CaseEvent.MailFileTaken(c.At, s.Step, c.Filing, c.Mail, c.By));

    private static Decision RecordRefusal(Edition edition, CaseState s, CaseCommand.RecordRefusal c)
    {
        if (ToldAs(edition, s, c) is not { } key || s.Refused.Contains(key))
            return Decision.Nothing;
        return Decision.Accept(new CaseEvent.FilingRefused(c.At, c.Step, c.Filing.Receipt, key, c.Refusal));
    }

    // Who files online reads every refusal on the page; that it was too late is sent as well, once a deadline. Of an
    // envelope, or of a mail that was no attempt to file, nobody else tells, unless staff have mistyped its dates.
    private static string? ToldAs(Edition edition, CaseState s, CaseCommand.RecordRefusal c) => c.Filing.Receipt.Match(
        electronic => c.Refusal.Code == Refusals.AttemptRejectedCode ? IsMoot(s, c.Step) ? null : c.Filing.Key
            : c.Refusal.Code == Refusals.LateCode ? LateFor(edition, s, c.Step) : null,
        post => c.Refusal.Code == Refusals.ImpossibleCode ? null : c.Filing.Key);

    // What was filed meanwhile, or a case that ended otherwise, needs no word about a mail that was nothing.
    private static bool IsMoot(CaseState s, Step step) => s.Outcome is not (null or Outcome.Lapsed) || s.Filed.ContainsKey(step)
        || (step is Step.EligibilityReview or Step.ClaimReview && s.Correction?.Review != step);

    private static string LateFor(Edition edition, CaseState s, Step step)
    {
        var date = s.Correction is { } open && open.Review == step
            ? open.Due
            : CaseSchedule.DateOf(edition, s, step);
        return string.Create(
            CultureInfo.InvariantCulture, $"late-{step}-{(date is { } day ? LocalDatePattern.Iso.Format(day) : "")}");
    }
}
