using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>Where a walk over all cases stands. Storage format.</summary>
/// <param name="Round">The round it is in.</param>
/// <param name="Serial">The next serial number to look at, from 1.</param>
public sealed record CasePosition(RoundId Round, int Serial);
