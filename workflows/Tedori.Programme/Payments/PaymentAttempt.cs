using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>One attempt to pay a grant.</summary>
/// <param name="Number">Its number within the decision, from 1: the next exists only when the one before has failed.</param>
/// <param name="List">The list that it is in.</param>
/// <param name="Invoice">Number of the invoice whose account it goes to.</param>
/// <param name="Yen">Amount in yen.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="On">When the bank made it, failed it or sent it back, Asia/Tokyo; null before.</param>
/// <param name="Reason">Why it failed or came back, or null.</param>
public sealed record PaymentAttempt(
    int Number, PaymentListId List, int Invoice, long Yen, AttemptStage Stage, LocalDate? On = null, string? Reason = null);

/// <summary>How far an attempt is. Names are storage format.</summary>
public enum AttemptStage
{
    /// <summary>It is in a list that is open (登載済み).</summary>
    Listed,

    /// <summary>The bank is told to transfer it (振込手配済み).</summary>
    Ordered,

    /// <summary>The bank transferred it (振込済み).</summary>
    Made,

    /// <summary>The bank could not transfer it (振込不能).</summary>
    Failed,

    /// <summary>The transfer came back (組戻し).</summary>
    SentBack,
}
