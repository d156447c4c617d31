using NodaTime;
using Tedori.Programme.Lottery;

namespace Tedori.Workflows.Rounds;

/// <summary>Where a round stands after it was told the time. Storage format, also shown as custom status.</summary>
/// <param name="Phase">Its phase.</param>
/// <param name="NextWake">When to look again although nobody asks, or null.</param>
/// <param name="Pages">Pages of a released result that can be published at once; 0 before.</param>
public sealed record RoundAdvanced(RoundPhase Phase, Instant? NextWake, int Pages = 0);
