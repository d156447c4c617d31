using NodaTime;
using Tedori.Programme.Lottery;

namespace Tedori.Workflows.Rounds;

/// <summary>How far the throw before witnesses of a round is; what was typed stays with those who typed it.</summary>
/// <param name="Phase">How far the round is.</param>
/// <param name="From">From when on a throw may decide, or null where none is waited for.</param>
/// <param name="Pledge">Which value was announced to decide, or null before.</param>
/// <param name="Planned">The throw that two people announced for the next draw, or null.</param>
/// <param name="First">Who typed it first, or null.</param>
/// <param name="Second">Who typed the same again, or null.</param>
public sealed record ThrowStanding(
    RoundPhase Phase, Instant? From, BeaconPledge? Pledge, BeaconPledge? Planned, string? First, string? Second)
{
    /// <summary>Whether this member can type it now.</summary>
    public bool Awaits(string member) => From is not null && Second is null && First != member;
}
