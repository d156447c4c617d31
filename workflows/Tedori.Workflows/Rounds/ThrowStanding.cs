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
    /// <summary>The public value that the committed throw is bound to, or null before.</summary>
    public PublicBinding? Bound { get; init; }

    /// <summary>Who typed the public value first, or null.</summary>
    public string? ClosingFirst { get; init; }

    /// <summary>Who typed the same public value again, or null.</summary>
    public string? ClosingSecond { get; init; }

    /// <summary>Whether this member can type what fell now.</summary>
    public bool Awaits(string member) => From is not null && Second is null && First != member;

    /// <summary>Whether this member can type the public value now.</summary>
    public bool AwaitsClosing(string member, Instant now) =>
        Phase == RoundPhase.Sealed && Bound is { } bound && now >= bound.Due && ClosingSecond is null
        && ClosingFirst != member;
}
