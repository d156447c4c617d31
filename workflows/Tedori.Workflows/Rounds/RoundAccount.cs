using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;

namespace Tedori.Workflows.Rounds;

/// <summary>The places of a round as a double entry: what came in on one side, where it is now on the other.</summary>
/// <param name="Round">The round.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Entries">Entries received.</param>
/// <param name="Planned">Planned places.</param>
/// <param name="CarriedFrom">Places carried in from earlier rounds.</param>
/// <param name="Won">Companies drawn.</param>
/// <param name="Unfilled">Places drawn for without an entry; 0 before the draw.</param>
/// <param name="Declined">Winners that declined, retracted or abandoned.</param>
/// <param name="Failed">Winners that failed the eligibility review.</param>
/// <param name="Lapsed">Winners whose case lapsed.</param>
/// <param name="CarriedTo">Places carried on to later rounds.</param>
public sealed record RoundAccount(
    RoundId Round, RoundPhase Phase, int Entries, int Planned, int CarriedFrom, int Won, int Unfilled, int Declined, int Failed,
    int Lapsed, int CarriedTo)
{
    /// <summary>Companies that hold their place.</summary>
    public int Held => Won - Declined - Failed - Lapsed;

    /// <summary>Places that nobody holds and that were not carried on.</summary>
    public int Free => Unfilled + Declined + Failed + Lapsed - CarriedTo;

    /// <summary>Places still to be drawn for.</summary>
    public int Offered => Planned + CarriedFrom - Won - Unfilled;

    /// <summary>Whether both sides are equal and nothing is below zero.</summary>
    public bool Balances => Planned + CarriedFrom == Held + Free + CarriedTo + Offered && Held >= 0 && Free >= 0 && Offered >= 0;
}
