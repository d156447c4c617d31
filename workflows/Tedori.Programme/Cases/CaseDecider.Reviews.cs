using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Cases;

public static partial class CaseDecider
{
    private static Decision BeginReview(CaseState s, CaseCommand.BeginReview c) =>
        s.Step is Step.EligibilityReview or Step.ClaimReview && s.UnderReview != s.Step
            ? Decision.Accept(new CaseEvent.ReviewBegun(c.At, s.Step, c.By))
            : Decision.Nothing;

    // What is decided is what the proposer read.
    private static Decision? Overtaken(CaseState s, Instant? proposedAt) =>
        proposedAt < s.ReplacedAt ? Refuse(Refusals.ReplacedSince) : null;

    private static Decision RequestCorrection(Edition edition, CaseState s, CaseCommand.RequestCorrection c)
    {
        if (s.Step is not (Step.EligibilityReview or Step.ClaimReview))
            return WrongStep(s, "補正依頼");
        var today = JapanTime.DateOf(c.At);
        var due = c.Due ?? edition.Calendar.AddBusinessDays(today, edition.Windows.CorrectionBusinessDays);
        if (s.Correction is { } open)
        {
            return open.Due == due && open.Items.SequenceEqual(c.Items)
                ? Decision.Nothing
                : Refuse(Refusals.CorrectionOpen(open.Number));
        }

        if (c.Items.Count == 0)
            return Refuse(Refusals.CorrectionEmpty);
        for (var i = 0; i < c.Items.Count; i++)
        {
            if (MessageText.Turns(c.Items[i].Subject + c.Items[i].Reason))
                return Refuse(Refusals.TextTurns($"補正事項の{i + 1}件目"));
        }

        if (!CanBeDeadline(edition, due, c.At))
            return Refuse(Refusals.DateNotUsable(due));
        return Decision.Accept(
            new CaseEvent.CorrectionRequested(c.At, new(s.Corrections + 1, s.Step, c.Items, today, due)));
    }

    private static Decision AnswerCorrection(Edition edition, CaseState s, CaseCommand.AnswerCorrection c)
    {
        if (s.Answered.Contains(c.Filing.Key))
            return Decision.Nothing;
        if (s.Correction is not { } open || open.Number != c.Number)
        {
            return s.Outcome is { } closed
                ? Refuse(Refusals.CaseClosed(closed))
                : Refuse(Refusals.NoSuchCorrection(c.Number));
        }

        if (s.Outcome is { } outcome && outcome != Outcome.Lapsed)
            return Refuse(Refusals.CaseClosed(outcome));
        var cutoff = CaseSchedule.OfCorrection(edition, open);
        return Check(cutoff, c.Filing.Receipt, c) is { } refusal
            ? Refuse(refusal)
            : AfterLapse(
                s, c, open.Review, Decision.Accept(
                    new CaseEvent.CorrectionAnswered(c.At, c.Number, c.Filing, c.Stated is [] ? null : c.Stated)));
    }

    private static Decision WithdrawCorrection(CaseState s, CaseCommand.WithdrawCorrection c)
    {
        if (s.Outcome is { } outcome)
            return Refuse(Refusals.CaseClosed(outcome));
        if (s.Correction is { } open && open.Number == c.Number)
            return Decision.Accept(new CaseEvent.CorrectionWithdrawn(c.At, c.Number));
        return c.Number >= 1 && c.Number <= s.Corrections
            ? Decision.Nothing
            : Refuse(Refusals.NoSuchCorrection(c.Number));
    }

    private static Decision PassEligibility(Edition edition, CaseState s, CaseCommand.PassEligibility c)
    {
        if (Reached(s) > Step.EligibilityReview)
            return Decision.Nothing;
        if (s.Step != Step.EligibilityReview)
            return WrongStep(s, "通過決定");
        if (Overtaken(s, c.ProposedAt) is { } overtaken)
            return overtaken;
        if (s.Correction is { } open)
            return Refuse(Refusals.CorrectionOpen(open.Number));
        var next = CaseSchedule.Of(edition, s, Step.ProjectRegistration)!;
        if (c.At >= next.ElectronicEnd)
            return Refuse(Refusals.NextCutoffPassed(next));
        if (c.Open?.Any(l => string.IsNullOrWhiteSpace(l.Reason)) == true)
            return Refuse(Refusals.ReasonMissing);
        return Signed(edition, StaffAct.PassEligibility, c.Signed)
            ?? Decision.Accept(new CaseEvent.EligibilityPassed(c.At, c.Signed, c.Open is [] ? null : c.Open));
    }

    private static Decision FailEligibility(Edition edition, CaseState s, CaseCommand.FailEligibility c)
    {
        if (s.Outcome == Outcome.Ineligible)
            return Decision.Nothing;
        if (s.Step != Step.EligibilityReview)
            return WrongStep(s, "不通過決定");
        if (Overtaken(s, c.ProposedAt) is { } overtaken)
            return overtaken;
        if (StillToAnswer(edition, s, c) is { } early)
            return Refuse(early);
        return CheckReason(c.Reason) is { } unfit
            ? Refuse(unfit)
            : Signed(edition, StaffAct.FailEligibility, c.Signed)
                ?? Decision.Accept(new CaseEvent.EligibilityFailed(c.At, c.Reason, c.Document, c.Signed));
    }

    // The time that was given for the answer is the company's, to the last postmark: its answer to a closed case counts
    // no more. Nor is it refused while its answer lies in the post room.
    private static Refusal? StillToAnswer(Edition edition, CaseState s, CaseCommand c)
    {
        if (s.Correction is { } open && CaseSchedule.OfCorrection(edition, open) is var cutoff && c.At < cutoff.SettledAt)
            return Refusals.CorrectionRuns(open.Number, cutoff);
        return s.Envelopes.Count > 0 ? Refusals.EnvelopeWaits : null;
    }

    private static Decision RecordVisit(Edition edition, CaseState s, CaseCommand.RecordVisit c)
    {
        if (s.Visits.TryGetValue(c.Number, out var date) && date == c.Date)
            return Decision.Nothing;
        if (s.Step is not (Step.ProjectRegistration or Step.Implementation or Step.Claim or Step.ClaimReview))
            return WrongStep(s, "専門家派遣の登録");
        var usable = c.Number == s.Visits.Count + 1 && c.Number <= edition.Visits.Required
            && c.Date <= JapanTime.DateOf(c.At);
        return usable
            ? Decision.Accept(new CaseEvent.VisitRecorded(c.At, c.Number, c.Date))
            : Refuse(Refusals.VisitNotUsable(c.Number));
    }

    private static Decision GrantClaim(Edition edition, CaseState s, CaseCommand.GrantClaim c)
    {
        if (s.Outcome == Outcome.Granted)
            return Decision.Nothing;
        if (s.Step != Step.ClaimReview)
            return WrongStep(s, "支給決定");
        if (Overtaken(s, c.ProposedAt) is { } overtaken)
            return overtaken;
        if (s.Correction is { } open)
            return Refuse(Refusals.CorrectionOpen(open.Number));
        if (s.Visits.Count < edition.Visits.Required)
            return Refuse(Refusals.VisitsMissing(s.Visits.Count, edition.Visits.Required));
        var claim = s.Claim ?? throw new InvalidOperationException($"{s.Id} is reviewed without a claim.");
        var approved = new Claim([.. c.Items.Distinct().Order()], c.Persons);
        if (CheckItems(edition, approved, claim.Items) is { } refusal)
            return Refuse(refusal);
        if (approved.Items.FirstOrDefault(n => s.Gaps.Any(g => g.Item == n)) is > 0 and var unstated)
            return Refuse(Refusals.ItemNotStated(edition.FindItem(unstated)!));
        if (Unanswered(edition, s, approved.Items, c.Findings) is { } finding)
            return Refuse(finding);
        if (c.Refused is { } refused
            && !claim.Items.Except(approved.Items).SequenceEqual(refused.Select(r => r.Item).Order()))
            return Refuse(Refusals.ItemsNotJudged);
        if (c.Refused?.Select(r => CheckReason(r.Reason, "承認しない理由")).OfType<Refusal>().FirstOrDefault() is { } unfit)
            return Refuse(unfit);
        if (approved.Persons > claim.Persons)
            return Refuse(Refusals.MorePersonsThanClaimed(claim.Persons));
        var amount = GrantCalculation.Of(edition, approved.Items, approved.Persons);
        if (amount.Yen == 0)
            return Refuse(Refusals.NothingToGrant);
        return Signed(edition, StaffAct.GrantClaim, c.Signed) ?? Decision.Accept(
            new CaseEvent.GrantDecided(
                c.At, approved, amount.Yen, amount.Lines, c.Document, c.Refused, c.Signed,
                c.Findings is [] ? null : c.Findings));
    }

    // What the record says against an item is answered for before the item is paid.
    private static Refusal? Unanswered(
        Edition edition, CaseState s, IReadOnlyList<int> approved, IReadOnlyList<FindingReason>? reasons) =>
        ItemReview.Of(edition, s)
            .Where(r => r.Findings.Count > 0 && approved.Contains(r.Item.Number)
                && reasons?.Any(f => f.Item == r.Item.Number && !string.IsNullOrWhiteSpace(f.Reason)) != true)
            .Select(r => Refusals.FindingNotAnswered(r.Item, string.Concat(r.Findings.Select(f => f.Text))))
            .FirstOrDefault();

    private static Decision RefuseClaim(Edition edition, CaseState s, CaseCommand.RefuseClaim c)
    {
        if (s.Outcome == Outcome.Refused)
            return Decision.Nothing;
        if (s.Step != Step.ClaimReview)
            return WrongStep(s, "不支給決定");
        if (Overtaken(s, c.ProposedAt) is { } overtaken)
            return overtaken;
        if (StillToAnswer(edition, s, c) is { } early)
            return Refuse(early);
        return CheckReason(c.Reason) is { } unfit
            ? Refuse(unfit)
            : Signed(edition, StaffAct.RefuseClaim, c.Signed)
                ?? Decision.Accept(new CaseEvent.GrantRefused(c.At, c.Reason, c.Document, c.Signed));
    }

    private static Decision ReleasePayment(Edition edition, CaseState s, CaseCommand.ReleasePayment c)
    {
        if (s.PaymentReleasedAt is not null)
            return Decision.Nothing;
        if (s.Outcome != Outcome.Granted)
            return WrongStep(s, "支払の承認");
        if (edition.Payment is not null)
            return Refuse(Refusals.PaidByList);
        var (first, second) = (c.Signed.Proposer.Name, c.Signed.Approver.Name);
        return Signed(edition, StaffAct.ReleasePayment, c.Signed)
            ?? Decision.Accept(new CaseEvent.PaymentReleased(c.At, s.GrantYen!.Value, first, second, c.Signed));
    }
}
