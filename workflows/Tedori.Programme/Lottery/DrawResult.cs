using Tedori.Programme.Cases;

namespace Tedori.Programme.Lottery;

/// <summary>A draw with all that is needed to repeat it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Algorithm">Name of the algorithm.</param>
/// <param name="Root">Root of the sealed list.</param>
/// <param name="Seed">The seed, in hexadecimal digits.</param>
/// <param name="Places">Places of the round with those carried in.</param>
/// <param name="Ranking">All entries by rank.</param>
public sealed record DrawResult(
    RoundId Round, string Algorithm, Hash256 Root, string Seed, int Places, IReadOnlyList<RankedEntry> Ranking);
