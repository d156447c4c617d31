namespace Tedori.Programme.Lottery;

/// <summary>
/// The places of one round, from its postings: what came in is always what is held, given back, unfilled, still to be
/// drawn for, or carried on.
/// </summary>
/// <param name="Round">Number of the round.</param>
/// <param name="Planned">Planned places (予定社数).</param>
/// <param name="CarriedIn">Carried in from earlier rounds.</param>
/// <param name="Won">Companies drawn.</param>
/// <param name="Promoted">Companies that got a place which had been given back.</param>
/// <param name="Declined">Given back by the company: declined, retracted or abandoned.</param>
/// <param name="Ineligible">Given back because the eligibility review failed.</param>
/// <param name="Lapsed">Given back because a deadline passed, less the lapses that were undone.</param>
/// <param name="Unfilled">There was no entry for them.</param>
/// <param name="CarriedOut">Carried on to later rounds.</param>
/// <param name="BeyondPlan">Given beyond the plan, because a lapse was undone whose place had been given on.</param>
/// <param name="Held">Held now.</param>
/// <param name="Free">Given back or unfilled, and neither carried nor given to anybody.</param>
/// <param name="Offered">Still to be drawn for.</param>
public sealed record QuotaStatement(
    int Round, int Planned, int CarriedIn, int Won, int Promoted, int Declined, int Ineligible, int Lapsed,
    int Unfilled,
    int CarriedOut, int BeyondPlan, int Held, int Free, int Offered)
{
    /// <summary>Given back, whatever the reason.</summary>
    public int Returned => Declined + Ineligible + Lapsed;

    /// <summary>Whether the two sides are equal, and so are those of the places that were drawn for.</summary>
    public bool Balances =>
        Planned + CarriedIn + BeyondPlan == Held + Free + Offered + CarriedOut
        && Held == Won + Promoted - Returned
        && (Offered > 0 || Planned + CarriedIn == Won + Unfilled);
}
