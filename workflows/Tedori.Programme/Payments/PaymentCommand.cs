using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Evidence;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Payments;

/// <summary>Something that somebody asks about the money of a grant. Carries its own time; repeating one is a no-op.</summary>
/// <param name="At">When it is decided.</param>
public abstract record PaymentCommand(Instant At)
{
    /// <summary>Asks for the money and names the account (奨励金請求).</summary>
    public sealed record FileInvoice(
        Instant At, string Key, Receipt Receipt, IReadOnlyList<EvidenceFile> Files, AccountRef Account, long Yen)
        : PaymentCommand(At);

    /// <summary>Sends an invoice back (差戻し).</summary>
    public sealed record ReturnInvoice(Instant At, int Number, string Reason, string By) : PaymentCommand(At);

    /// <summary>Finds an invoice right; with the reason where its holder is named otherwise than the company.</summary>
    public sealed record ConfirmInvoice(Instant At, int Number, string By, string? Reason = null) : PaymentCommand(At);

    /// <summary>Puts the payment into a list.</summary>
    public sealed record Enlist(Instant At, PaymentListId List, string By) : PaymentCommand(At);

    /// <summary>Takes the payment out of a list that is not released.</summary>
    public sealed record Unlist(Instant At, PaymentListId List, string Reason, string By) : PaymentCommand(At);

    /// <summary>Tells the bank to transfer on this date, Asia/Tokyo: the list was released by two people.</summary>
    public sealed record Order(Instant At, PaymentListId List, LocalDate On, Signatures Signed) : PaymentCommand(At);

    /// <summary>Books what the bank says became of a transfer.</summary>
    /// <param name="At">When it is decided.</param>
    /// <param name="List">The list.</param>
    /// <param name="Attempt">The attempt within the decision.</param>
    /// <param name="Result">What became of it.</param>
    /// <param name="On">When, Asia/Tokyo.</param>
    /// <param name="Reason">Why it failed or came back; null where it was made.</param>
    public sealed record Book(
        Instant At, PaymentListId List, int Attempt, TransferEnd Result, LocalDate On, string? Reason = null)
        : PaymentCommand(At);

    /// <summary>Revokes the decision, in part or whole (支給決定の取消).</summary>
    public sealed record Revoke(
        Instant At, long Yen, string Reason, LocalDate HeardOn, string Document, Signatures Signed) : PaymentCommand(At);

    /// <summary>Books money that came back (返還金の入金).</summary>
    public sealed record BookRefund(Instant At, string Key, long Yen, LocalDate On, string By) : PaymentCommand(At);

    /// <summary>Tells what time it is: reminders and the end of the time for invoices.</summary>
    public sealed record PassTime(Instant At) : PaymentCommand(At);
}
