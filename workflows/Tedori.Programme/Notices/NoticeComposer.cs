using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>
/// Which events are told to the company, and in which words. Pure: the same event gives the same notice.
/// </summary>
public static class NoticeComposer
{
    /// <summary>The first paragraph of a notice of what undid a lapse.</summary>
    public const string GoesOn = "この申請の終結(期限徒過)を取り消し、手続きを再開しました。";

    /// <summary>The kind of notice that an event causes, or null where the company is told nothing.</summary>
    public static NoticeKind? KindOf(CaseEvent e) => e switch
    {
        CaseEvent.Entered => NoticeKind.EntryReceived,
        CaseEvent.EntryShared => NoticeKind.EntryShared,
        CaseEvent.ResultHeld => NoticeKind.ResultHeld,
        CaseEvent.Won or CaseEvent.Promoted => NoticeKind.ResultWon,
        CaseEvent.Lost => NoticeKind.ResultLost,
        CaseEvent.Excluded => NoticeKind.ResultExcluded,
        CaseEvent.CompanyRegistered or CaseEvent.ProjectRegistered or CaseEvent.ClaimSubmitted
            or CaseEvent.CorrectionAnswered => NoticeKind.FilingReceived,
        CaseEvent.CorrectionRequested => NoticeKind.CorrectionRequested,
        CaseEvent.CorrectionWithdrawn => NoticeKind.CorrectionWithdrawn,
        CaseEvent.EligibilityPassed => NoticeKind.EligibilityPassed,
        CaseEvent.EligibilityFailed => NoticeKind.EligibilityFailed,
        CaseEvent.VisitRecorded or CaseEvent.ImplementationEnded or CaseEvent.PaymentReleased => null,
        // Told with what undid the lapse: two mails of one moment would say two things.
        CaseEvent.Reinstated => null,
        CaseEvent.EnvelopeRecorded or CaseEvent.EnvelopeSettled or CaseEvent.ReviewBegun => null,
        CaseEvent.FilingRefused => NoticeKind.FilingRefused,
        CaseEvent.GrantDecided => NoticeKind.GrantDecided,
        CaseEvent.GrantRefused => NoticeKind.GrantRefused,
        CaseEvent.Declined or CaseEvent.Retracted or CaseEvent.Abandoned => NoticeKind.LeavingReceived,
        CaseEvent.CutoffExtended => NoticeKind.CutoffExtended,
        CaseEvent.ReminderFellDue => NoticeKind.Reminder,
        CaseEvent.Lapsed => NoticeKind.Lapsed,
        CaseEvent.ContactChangeRequested or CaseEvent.ContactConfirmed => null,
        CaseEvent.ContactConfirmationAsked => NoticeKind.ContactConfirmation,
        CaseEvent.ContactChanged or CaseEvent.ContactReplaced => NoticeKind.ContactChanged,
        CaseEvent.FormerContactTold => NoticeKind.FormerContact,
        CaseEvent.NoticeRepeated => NoticeKind.Repeated,
        CaseEvent.MessageSent => NoticeKind.Message,
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };

    /// <summary>The notice that an event causes, or null.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="after">The case after the event.</param>
    /// <param name="e">The event.</param>
    /// <param name="number">Its number within the case, from 1.</param>
    public static Notice? Compose(Edition edition, CaseState after, CaseEvent e, int number)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(e);
        if (KindOf(e) is not { } kind)
            return null;
        var confirms = (e as CaseEvent.ContactConfirmationAsked)?.Confirmation;
        var (subject, paragraphs) = NoticeLabels.Of(edition, after, e);
        if (Reinstates(after, e))
            (subject, paragraphs) = ($"申請の終結を取り消し、{subject}", [GoesOn, .. paragraphs]);
        return new(
            new NoticeId(after.Id, kind, number),
            kind,
            number,
            AddressOf(after, e),
            NameOf(after, e),
            $"{subject}({after.Id})",
            Next(edition, after, e),
            paragraphs,
            e.At,
            confirms,
            NotBefore(edition, after, e),
            after.Entry.Language);
    }

    // What undid a lapse: a filing that was on time, or a later deadline.
    private static bool Reinstates(CaseState after, CaseEvent e) => after.ReinstatedAt == e.At
        && KindOf(e) is NoticeKind.FilingReceived or NoticeKind.CutoffExtended;

    // That a case ended, or goes on after all, is read when somebody can be asked about it; both wait alike, and with them
    // what else happened in that moment, so that none overtakes another. A reminder that an outage delayed waits too.
    private static Instant? NotBefore(Edition edition, CaseState after, CaseEvent e) =>
        (e is CaseEvent.Lapsed or CaseEvent.ReminderFellDue || after.ReinstatedAt == e.At) && OfficeHours.OnOrAfter(edition, e.At) is var at && at > e.At
            ? at
            : null;

    // Who reads a new address may be somebody else: it hears nothing of the contact until now.
    private static string NameOf(CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.FormerContactTold => s.Entry.CompanyName,
        CaseEvent.ContactConfirmationAsked { Confirmation.Side: ContactSide.New } =>
            $"{s.Entry.CompanyName} {s.ContactChange!.Contact.Name}",
        _ => $"{s.Entry.CompanyName} {s.Entry.ContactName}",
    };

    private static string AddressOf(CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.NoticeRepeated x => x.To,
        CaseEvent.FormerContactTold x => x.Former,
        CaseEvent.ContactConfirmationAsked { Confirmation.Side: ContactSide.New } => s.ContactChange!.Contact.Email,
        _ => s.Entry.Email,
    };

    private static string Next(Edition edition, CaseState s, CaseEvent e)
    {
        if (e is CaseEvent.ContactConfirmationAsked)
            return "次の手続き: 連絡先の変更を確認してください。お心当たりがない場合は何もしないでください。";
        if (e is CaseEvent.FormerContactTold)
            return "次の手続き: ありません。お心当たりがない場合は、すぐに事務局へご連絡ください。";
        if (s.Outcome == Outcome.Lost)
            return $"次の手続き: ありません。{NextRound.Sentence(edition, s.Id.Round.Number, e.At)}";
        if (s.Outcome == Outcome.Granted)
            return s.PaymentReleasedAt is null
                ? $"次の手続き: {edition.Grant.AfterGrant}"
                : "次の手続き: ありません。奨励金の振込を手配しました。";
        if (s.IsClosed)
            return "次の手続き: ありません。この申請は終結しました。";
        if (s.HeldSince is not null && s.Step == Step.AwaitingDraw)
            return "次の連絡: 事務局から、貴社の担当者の確認についてご連絡します。";
        if (s.Step == Step.AwaitingDraw)
            return ResultDate(edition, s);
        if (CaseSchedule.Current(edition, s) is not { } cutoff)
            return "次の手続き: ありません。事務局からの連絡をお待ちください。";
        var what = s.Correction is { } c && c.Review == s.Step ? "補正の回答" : CaseLabels.Of(s.Step);
        var when = JapaneseDate.Full(cutoff.Date);
        return s.Step == Step.Implementation
            ? $"次の期限: {when}まで {what}"
            : cutoff.Outage is { } outage
            ? $"次の期限: {JapaneseDate.Full(outage.Until)} {what}(電子申請。システムの障害による。郵送は{when}の消印まで有効)"
            : $"次の期限: {when} {edition.Hours.Closes.Hour}:{edition.Hours.Closes.Minute:00} {what}(電子申請。郵送は当日消印有効)";
    }

    private static string ResultDate(Edition edition, CaseState s)
    {
        var by = edition.ResultDue(edition.Round(s.Id.Round.Number));
        return $"次の連絡: {JapaneseDate.Full(by)}までに抽選結果をEメールでお知らせします。お手続きは不要です。";
    }
}
