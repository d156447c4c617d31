using System.Text.Json.Serialization;
using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>
/// Everything that decides what may happen to the money of one decided grant. Built from its events by
/// <see cref="PaymentEvolution"/>; a storage format, as part of the case.
/// </summary>
public sealed record PaymentState
{
    /// <summary>What was decided, in yen.</summary>
    public required long GrantYen { get; init; }

    /// <summary>
    /// Since which date the company is asked for an invoice, Asia/Tokyo: that of the decision, and later of what made another
    /// invoice necessary.
    /// </summary>
    public required LocalDate AskedOn { get; init; }

    /// <summary>The newest invoice, or null before the first.</summary>
    public Invoice? Invoice { get; init; }

    /// <summary>Keys of the requests that filed invoices, in order.</summary>
    public IReadOnlyList<string> InvoiceKeys { get; init; } = [];

    /// <summary>On how many business days after <see cref="AskedOn"/> the company was reminded.</summary>
    public IReadOnlyList<int> Reminded { get; init; } = [];

    /// <summary>Last day for the invoice, where none came until then; else null.</summary>
    public LocalDate? LapsedOn { get; init; }

    /// <summary>The attempts to pay, in order; the last may run.</summary>
    public IReadOnlyList<PaymentAttempt> Attempts { get; init; } = [];

    /// <summary>What was revoked of the grant, in yen.</summary>
    public long RevokedYen { get; init; }

    /// <summary>What is claimed back, or null.</summary>
    public RefundClaim? Claim { get; init; }

    /// <summary>What came back, in the order of booking.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>The ledger's balances.</summary>
    public required Balances Balances { get; init; }

    /// <summary>The attempt that is listed, ordered or made; null where none is or the last one failed.</summary>
    [JsonIgnore]
    public PaymentAttempt? Standing =>
        Attempts is [.., { Stage: AttemptStage.Listed or AttemptStage.Ordered or AttemptStage.Made } last] ? last : null;

    /// <summary>What was transferred and did not come back through the bank, in yen.</summary>
    [JsonIgnore]
    public long PaidYen => Standing is { Stage: AttemptStage.Made } made ? made.Yen : 0;

    /// <summary>What the company is still to be paid, in yen; 0 once it is paid, lapsed or revoked.</summary>
    [JsonIgnore]
    public long OpenYen => LapsedOn is null ? GrantYen - RevokedYen + (Claim?.Principal ?? 0) - PaidYen : 0;

    /// <summary>What is claimed back and has not come, in yen, without charges.</summary>
    [JsonIgnore]
    public long OwedYen => (Claim?.Principal ?? 0) - Refunds.Sum(r => r.Principal);

    /// <summary>When money came back last, Asia/Tokyo, or null.</summary>
    [JsonIgnore]
    public LocalDate? LastRefund => Refunds.Count > 0 ? Refunds.Max(r => r.On) : null;

    /// <summary>Whether the company is to file an invoice now.</summary>
    [JsonIgnore]
    public bool AsksInvoice =>
        OpenYen > 0 && Standing is null && Invoice?.Stage is not (InvoiceStage.Filed or InvoiceStage.Confirmed);
}
