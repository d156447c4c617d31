using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// What became of the winners of a round when no case of it was on its way any more for the first time. It is told to the
/// public for good: what changes afterwards does not change it. Storage format.
/// </summary>
/// <param name="Round">The round.</param>
/// <param name="At">When it was counted.</param>
/// <param name="Granted">Granted.</param>
/// <param name="Refused">Not granted.</param>
/// <param name="GivenUp">Gave their place up after the draw.</param>
/// <param name="Ineligible">Failed the eligibility review.</param>
/// <param name="Lapsed">A deadline passed.</param>
/// <param name="GrantYen">Sum of the grants in yen.</param>
public sealed record FinishedResult(
    RoundId Round, Instant At, int Granted, int Refused, int GivenUp, int Ineligible, int Lapsed, long GrantYen)
{
    /// <summary>Got a place that had been given back; null where it was not counted yet.</summary>
    public int? Promoted { get; init; }
}
