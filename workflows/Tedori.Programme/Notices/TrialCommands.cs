using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Payments;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Notices;

/// <summary>
/// What could be asked of a case so that a notice of some kind follows (試し): examples, of which the rules take those that fit
/// the case. Nothing is asked by it. Pure.
/// </summary>
public static class TrialCommands
{
    private const string Reason = "(ここに理由が入ります)";
    private const int MostWakes = 8;

    /// <summary>The examples, the likelier first; none where only something of its own can cause the kind.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="kind">The kind of notice.</param>
    /// <param name="now">When it would be.</param>
    public static IEnumerable<CaseCommand> Of(Edition edition, CaseState state, NoticeKind kind, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        var two = Signatures.ToCome;
        var number = $"{DocumentNumber.FiscalYearOf(now) - 2018}{edition.DocumentPrefix}第(承認時に採番)号";
        return kind switch
        {
            NoticeKind.EntryShared => [new CaseCommand.TellShared(now)],
            NoticeKind.ResultWon => [new CaseCommand.RecordDraw(now, 1, Won: true), new CaseCommand.Promote(now, 1, two.Names, two)],
            NoticeKind.ResultLost => [new CaseCommand.RecordDraw(now, 1, Won: false)],
            NoticeKind.ResultHeld => [new CaseCommand.HoldResult(now, 1)],
            NoticeKind.ResultExcluded => [new CaseCommand.Exclude(now, Exclusion.AlreadySelected)],
            NoticeKind.FilingReceived => Filings(state, now),
            NoticeKind.CorrectionRequested => [new CaseCommand.RequestCorrection(now, [new("(ここに書類の名前が入ります)", Reason)])],
            NoticeKind.CorrectionWithdrawn when state.Correction is { } open => [new CaseCommand.WithdrawCorrection(now, open.Number)],
            NoticeKind.EligibilityPassed => [new CaseCommand.PassEligibility(now, two)],
            NoticeKind.EligibilityFailed => [new CaseCommand.FailEligibility(now, ReasonOf(edition, Step.EligibilityReview), number, two)],
            NoticeKind.GrantDecided when state.Claim is { } claim =>
                [new CaseCommand.GrantClaim(now, claim.Items, claim.Persons, number, Signed: two)],
            NoticeKind.GrantRefused => [new CaseCommand.RefuseClaim(now, ReasonOf(edition, Step.ClaimReview), number, two)],
            NoticeKind.LeavingReceived =>
            [
                new CaseCommand.Decline(now, Reason), new CaseCommand.Retract(now, Reason), new CaseCommand.Abandon(now, Reason),
            ],
            NoticeKind.CutoffExtended => Extensions(edition, state, now),
            NoticeKind.ContactConfirmation => [new CaseCommand.RequestContactChange(now, Somebody)],
            NoticeKind.ContactChanged or NoticeKind.FormerContact => [new CaseCommand.ReplaceContact(
                now, Somebody, new(state.Entry.Phone, "会社案内", "(確認した人)", JapanTime.DateOf(now)), Reason, two)],
            NoticeKind.Message => [new CaseCommand.SendMessage(now, "trial", "(ここに件名が入ります)", ["(ここに本文が入ります)"], "trial")],
            NoticeKind.VisitRecorded => [new CaseCommand.RecordVisit(now, state.Visits.Count + 1, JapanTime.DateOf(now))],
            NoticeKind.PaymentReleased => [new CaseCommand.ReleasePayment(now, two), .. Money(state, kind, now, number)],
            NoticeKind.InvoiceReceived or NoticeKind.InvoiceReturned or NoticeKind.PaymentMade or NoticeKind.PaymentFailed
                or NoticeKind.GrantRevoked or NoticeKind.RefundReceived => Money(state, kind, now, number),
            NoticeKind.InvoiceReminder or NoticeKind.InvoiceLapsed
                or NoticeKind.Reminder or NoticeKind.Lapsed or NoticeKind.ImplementationEnded => Wakes(edition, state, now),
            _ => [],
        };
    }

    private static Contact Somebody => new("(新しい担当者)", "tantou@example.jp", "03-0000-0000");

    private static string ReasonOf(Edition edition, Step review) =>
        edition.Reasons.FirstOrDefault(r => r.Review == review)?.Text ?? Reason;

    private static IEnumerable<CaseCommand> Money(CaseState state, NoticeKind kind, Instant now, string number)
    {
        var (today, money) = (JapanTime.DateOf(now), state.Money);
        var attempt = money?.Standing ?? new PaymentAttempt(1, default, 1, 0, AttemptStage.Listed);
        PaymentCommand asked = kind switch
        {
            NoticeKind.InvoiceReceived => new PaymentCommand.FileInvoice(
                now, "trial", new Receipt.Electronic(now), [], new("", "****000", NameDiffers: false),
                money?.OpenYen ?? state.GrantYen ?? 0),
            NoticeKind.InvoiceReturned => new PaymentCommand.ReturnInvoice(now, money?.Invoice?.Number ?? 0, Reason, "trial"),
            NoticeKind.PaymentReleased => new PaymentCommand.Order(now, attempt.List, today, Signatures.ToCome),
            NoticeKind.PaymentMade => new PaymentCommand.Book(now, attempt.List, attempt.Number, TransferEnd.Paid, today),
            NoticeKind.PaymentFailed =>
                new PaymentCommand.Book(now, attempt.List, attempt.Number, TransferEnd.Failed, today, Reason),
            NoticeKind.GrantRevoked =>
                new PaymentCommand.Revoke(now, state.GrantYen ?? 0, Reason, today, number, Signatures.ToCome),
            NoticeKind.RefundReceived => new PaymentCommand.BookRefund(now, "trial", 1, today, "trial"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No money moves."),
        };
        return [new CaseCommand.MoveMoney(asked)];
    }

    private static IEnumerable<CaseCommand> Filings(CaseState state, Instant now)
    {
        var filing = new Filing("trial", new Receipt.Electronic(now), []);
        if (state.Correction is { } open)
            yield return new CaseCommand.AnswerCorrection(now, open.Number, filing);
        yield return new CaseCommand.RegisterCompany(now, filing);
    }

    private static IEnumerable<CaseCommand> Extensions(Edition edition, CaseState state, Instant now)
    {
        var step = state.Correction?.Review ?? state.ClosedIn ?? state.Step;
        if ((state.Correction?.Due ?? CaseSchedule.DateOf(edition, state, step)) is { } date)
        {
            var later = LocalDate.Max(date, JapanTime.DateOf(now)).PlusDays(14);
            var open = edition.Calendar.Years.Contains(later.PlusDays(14).Year) ? edition.Calendar.OnOrAfter(later) : later;
            yield return new CaseCommand.ExtendCutoff(now, step, open, Reason, Signatures.ToCome.Names, Signatures.ToCome);
        }
    }

    // What falls due by itself, one moment after the other.
    private static IEnumerable<CaseCommand> Wakes(Edition edition, CaseState state, Instant now)
    {
        for (var (wake, n) = (CaseSchedule.NextWake(edition, state, now), 0); wake is { } at && n < MostWakes; n++)
        {
            yield return new CaseCommand.PassTime(at);
            wake = CaseSchedule.NextWake(edition, state, at);
        }
    }
}
