using NodaTime;

namespace Tedori.Programme.Lottery;

/// <summary>Places that moved from one account to another. Storage format.</summary>
/// <param name="Round">Number of the round whose account they leave.</param>
/// <param name="Cause">Why; it also says which accounts.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Subject">What it is about: a round, or the case that left.</param>
/// <param name="At">When it was posted.</param>
/// <param name="ApprovedBy">
/// By whose decision: names of staff, <c>programme</c> for the rules, <c>company</c> for its own declaration.
/// </param>
/// <param name="To">Number of the round whose account gets them; the same one except where places are carried.</param>
public sealed record PlacePosting(
    int Round, PlaceCause Cause, int Count, string Subject, Instant At, string ApprovedBy, int To)
{
    /// <summary>The account that the places leave.</summary>
    public PlaceAccount Debit => AccountsOf(Cause).From;

    /// <summary>The account that gets the places.</summary>
    public PlaceAccount Credit => AccountsOf(Cause).To;

    /// <summary>From which account to which a cause moves places.</summary>
    public static (PlaceAccount From, PlaceAccount To) AccountsOf(PlaceCause cause) => cause switch
    {
        PlaceCause.Planned => (PlaceAccount.Plan, PlaceAccount.Offered),
        PlaceCause.CarriedUnfilled => (PlaceAccount.Unfilled, PlaceAccount.Offered),
        PlaceCause.CarriedReturned => (PlaceAccount.Returned, PlaceAccount.Offered),
        PlaceCause.Won => (PlaceAccount.Offered, PlaceAccount.Held),
        PlaceCause.Unfilled => (PlaceAccount.Offered, PlaceAccount.Unfilled),
        PlaceCause.Declined or PlaceCause.Retracted or PlaceCause.Abandoned or PlaceCause.Ineligible
            or PlaceCause.WonElsewhere or PlaceCause.Lapsed =>
            (PlaceAccount.Held, PlaceAccount.Returned),
        PlaceCause.Reinstated or PlaceCause.Promoted => (PlaceAccount.Returned, PlaceAccount.Held),
        PlaceCause.ReinstatedBeyondPlan => (PlaceAccount.Plan, PlaceAccount.Held),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Unknown cause."),
    };
}
