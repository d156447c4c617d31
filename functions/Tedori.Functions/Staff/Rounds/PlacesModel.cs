using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>The places of a round.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="Round">The round.</param>
/// <param name="State">How far it is.</param>
/// <param name="Accounts">The statements of all rounds from the double-entry ledger, by number.</param>
/// <param name="Free">What could be carried into this round.</param>
/// <param name="Advice">The proposal in sentences: what is free and why, and what is not known yet.</param>
/// <param name="Carries">All decisions to carry, in order.</param>
/// <param name="Sealed">Whether its places are fixed.</param>
/// <param name="Planned">The throw before witnesses that was announced for the next draw, or null.</param>
/// <param name="Member">Who looks.</param>
public sealed record PlacesModel(
    Edition Edition, RoundId Round, RoundState State, IReadOnlyList<QuotaStatement> Accounts, IReadOnlyList<FreePlaces> Free,
    IReadOnlyList<string> Advice, IReadOnlyList<CarryPosting> Carries, bool Sealed, BeaconPledge? Planned,
    StaffMember Member)
{
    /// <summary>The statement of this round.</summary>
    public QuotaStatement Own => Accounts[Round.Number - 1];

    /// <summary>How many places could be carried in at most.</summary>
    public int Carriable => Free.Sum(f => f.Unfilled + f.Freed);
}
