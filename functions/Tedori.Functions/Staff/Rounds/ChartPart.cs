using Tedori.Functions.Statistics;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>A kind of thing that a chart of bars counts.</summary>
/// <param name="Name">What it is, in Japanese.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="Ink">Colour of a number on it.</param>
/// <param name="Hatched">Whether it is hatched, so that it differs from its neighbours without its colour too.</param>
/// <param name="Of">How many there are in a round.</param>
public sealed record ChartPart(string Name, string Fill, string Ink, bool Hatched, Func<RoundFigures, int> Of);
