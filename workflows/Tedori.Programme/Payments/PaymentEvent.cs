using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Evidence;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Payments;

/// <summary>
/// Something that happened to the money of a decided grant. Type names and fields are storage format: add, never change. No
/// account is in it, only what recognises one.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "money")]
[JsonDerivedType(typeof(InvoiceFiled), "invoiceFiled")]
[JsonDerivedType(typeof(InvoiceReturned), "invoiceReturned")]
[JsonDerivedType(typeof(InvoiceConfirmed), "invoiceConfirmed")]
[JsonDerivedType(typeof(InvoiceReminded), "invoiceReminded")]
[JsonDerivedType(typeof(InvoiceLapsed), "invoiceLapsed")]
[JsonDerivedType(typeof(Listed), "listed")]
[JsonDerivedType(typeof(Unlisted), "unlisted")]
[JsonDerivedType(typeof(Ordered), "ordered")]
[JsonDerivedType(typeof(Made), "made")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(SentBack), "sentBack")]
[JsonDerivedType(typeof(Revoked), "revoked")]
[JsonDerivedType(typeof(Refunded), "refunded")]
public abstract record PaymentEvent
{
    private PaymentEvent()
    {
    }

    /// <summary>The company asked for its money (奨励金請求書) and named its account.</summary>
    /// <param name="Number">Number of the invoice within the case, from 1.</param>
    /// <param name="Key">Key of the request: the same key again is a repetition.</param>
    /// <param name="Receipt">How and when it was received.</param>
    /// <param name="Files">What came with it: the picture of the passbook.</param>
    /// <param name="Account">What recognises the account.</param>
    /// <param name="Yen">The amount that the company confirmed.</param>
    public sealed record InvoiceFiled(
        int Number, string Key, Receipt Receipt, IReadOnlyList<EvidenceFile> Files, AccountRef Account, long Yen)
        : PaymentEvent;

    /// <summary>Staff sent the invoice back (差戻し); the company files another.</summary>
    public sealed record InvoiceReturned(int Number, string Reason, string By) : PaymentEvent;

    /// <summary>
    /// Staff found the invoice right; with the reason where its holder is named otherwise than the company.
    /// </summary>
    public sealed record InvoiceConfirmed(int Number, string By, string? Reason = null) : PaymentEvent;

    /// <summary>The company was reminded of its invoice, so many business days after the decision.</summary>
    public sealed record InvoiceReminded(int BusinessDays) : PaymentEvent;

    /// <summary>No invoice came until the last day, inclusive, that the edition has for it.</summary>
    public sealed record InvoiceLapsed(LocalDate LastDay) : PaymentEvent;

    /// <summary>Staff put the payment into a list (支払一覧への登載).</summary>
    public sealed record Listed(PaymentListId List, int Attempt, long Yen, string By) : PaymentEvent;

    /// <summary>Staff took it out of the list again, before its release.</summary>
    public sealed record Unlisted(PaymentListId List, int Attempt, long Yen, string Reason, string By) : PaymentEvent;

    /// <summary>
    /// The list was released by two people: the bank is told to transfer on this date, Asia/Tokyo (支払承認).
    /// </summary>
    public sealed record Ordered(PaymentListId List, int Attempt, long Yen, LocalDate On, Signatures Signed) : PaymentEvent;

    /// <summary>The bank transferred it on this date, Asia/Tokyo (振込済).</summary>
    public sealed record Made(PaymentListId List, int Attempt, long Yen, LocalDate On) : PaymentEvent;

    /// <summary>The bank could not transfer it (振込不能).</summary>
    public sealed record Failed(PaymentListId List, int Attempt, long Yen, LocalDate On, string Reason) : PaymentEvent;

    /// <summary>The transfer came back (組戻し), also after it had been made.</summary>
    public sealed record SentBack(PaymentListId List, int Attempt, long Yen, LocalDate On, string Reason) : PaymentEvent;

    /// <summary>The decision was revoked, in part or whole (支給決定の取消), and what was paid of it is claimed back.</summary>
    /// <param name="Yen">What was revoked of the grant, in yen.</param>
    /// <param name="Reason">Why; the company is told.</param>
    /// <param name="HeardOn">When the company was heard (弁明の機会), Asia/Tokyo.</param>
    /// <param name="Claim">What is claimed back, or null where nothing had been paid of it.</param>
    /// <param name="Document">Number of the letter.</param>
    /// <param name="Signed">Who proposed and who approved.</param>
    public sealed record Revoked(
        long Yen, string Reason, LocalDate HeardOn, RefundClaim? Claim, string Document, Signatures Signed) : PaymentEvent;

    /// <summary>Money came back (返還金の入金), on this date, Asia/Tokyo.</summary>
    /// <param name="Key">Key of the request: the same key again is a repetition.</param>
    /// <param name="On">Date of the receipt.</param>
    /// <param name="Principal">How much of it returns what was paid, in yen: this comes first.</param>
    /// <param name="Charges">How much of it pays charges, in yen.</param>
    /// <param name="By">Id of who booked it.</param>
    public sealed record Refunded(string Key, LocalDate On, long Principal, long Charges, string By) : PaymentEvent;
}
