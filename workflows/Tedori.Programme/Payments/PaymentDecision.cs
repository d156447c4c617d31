namespace Tedori.Programme.Payments;

/// <summary>The answer of the rules to a command about money: what happens, or why nothing does.</summary>
/// <param name="Events">What happens; none where it had happened already or nothing is due.</param>
/// <param name="Refusal">Why nothing happens, or null.</param>
public sealed record PaymentDecision(IReadOnlyList<PaymentEvent> Events, Refusal? Refusal)
{
    /// <summary>Nothing to do.</summary>
    public static readonly PaymentDecision Nothing = new([], null);

    /// <summary>These events happen.</summary>
    public static PaymentDecision Accept(params PaymentEvent[] events) => new(events, null);

    /// <summary>Refuses.</summary>
    public static PaymentDecision Refuse(Refusal refusal) => new([], refusal);
}
