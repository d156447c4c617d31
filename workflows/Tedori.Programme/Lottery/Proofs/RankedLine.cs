using System.Text.Json.Serialization;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// One line of a published ranking: in the file an array of rank, number, key and 1 or 0 for the place.
/// </summary>
/// <param name="Rank">From 1.</param>
/// <param name="Number">Number of the entry in the sealed list.</param>
/// <param name="Key">What it was ranked by.</param>
/// <param name="Won">Whether it got a place.</param>
[JsonConverter(typeof(RankedLineConverter))]
public readonly record struct RankedLine(int Rank, int Number, Hash256 Key, bool Won);
