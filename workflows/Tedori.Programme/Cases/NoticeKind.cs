namespace Tedori.Programme.Cases;

/// <summary>What a notice (通知) is about. Names are storage format.</summary>
public enum NoticeKind
{
    /// <summary>The entry was received.</summary>
    EntryReceived,

    /// <summary>Result of the draw: won.</summary>
    ResultWon,

    /// <summary>Result of the draw: lost.</summary>
    ResultLost,

    /// <summary>Result of the draw: took no part.</summary>
    ResultExcluded,

    /// <summary>A filing was received.</summary>
    FilingReceived,

    /// <summary>A filing was not taken.</summary>
    FilingRefused,

    /// <summary>A correction is asked for.</summary>
    CorrectionRequested,

    /// <summary>A correction is no longer asked for.</summary>
    CorrectionWithdrawn,

    /// <summary>The eligibility review passed.</summary>
    EligibilityPassed,

    /// <summary>The eligibility review failed.</summary>
    EligibilityFailed,

    /// <summary>A deadline comes near.</summary>
    Reminder,

    /// <summary>The grant was decided.</summary>
    GrantDecided,

    /// <summary>The grant was refused.</summary>
    GrantRefused,

    /// <summary>The company's leaving was received.</summary>
    LeavingReceived,

    /// <summary>The case lapsed.</summary>
    Lapsed,

    /// <summary>A lapse was undone. Notices of today say so themselves, with what undid it: no other is composed.</summary>
    Reinstated,

    /// <summary>A deadline was moved.</summary>
    CutoffExtended,

    /// <summary>An address is asked to confirm a change of contact.</summary>
    ContactConfirmation,

    /// <summary>The contact changed.</summary>
    ContactChanged,

    /// <summary>The link to the case, sent again because the company asked.</summary>
    LinkSentAgain,

    /// <summary>A notice sent again.</summary>
    Repeated,

    /// <summary>Another entry of the same company came after.</summary>
    EntryShared,

    /// <summary>The entry window of the round ends later (受付期間の延長).</summary>
    WindowMoved,

    /// <summary>The result waits for staff to settle which entry answers for the company.</summary>
    ResultHeld,

    /// <summary>The address until now is told that staff put another in its place. It carries no link.</summary>
    FormerContact,

    /// <summary>A mail of the company came: it is no filing. At most one a day.</summary>
    MailReceived,

    /// <summary>Staff wrote to the company (事務局からの連絡).</summary>
    Message,

    /// <summary>A visit of the expert was recorded (専門家の派遣): which one, when, and how many are left.</summary>
    VisitRecorded,

    /// <summary>The period of the measures is over (取組の期間の終了) and the claim can be filed.</summary>
    ImplementationEnded,

    /// <summary>The payment of the grant was released (支払承認).</summary>
    PaymentReleased,

    /// <summary>An invoice was received (奨励金請求の受付).</summary>
    InvoiceReceived,

    /// <summary>An invoice was sent back (請求書の差戻し).</summary>
    InvoiceReturned,

    /// <summary>The invoice is still awaited (請求の督促).</summary>
    InvoiceReminder,

    /// <summary>No invoice came until its last day (請求の期限徒過).</summary>
    InvoiceLapsed,

    /// <summary>The grant was transferred (振込の完了).</summary>
    PaymentMade,

    /// <summary>The grant could not be transferred, or came back (振込不能・組戻し).</summary>
    PaymentFailed,

    /// <summary>The grant was revoked, and what was paid of it is claimed back (支給決定の取消・返還).</summary>
    GrantRevoked,

    /// <summary>Money that was claimed back came in (返還金の入金).</summary>
    RefundReceived,
}
