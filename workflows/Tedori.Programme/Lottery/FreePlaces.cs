namespace Tedori.Programme.Lottery;

/// <summary>Places of a published round that nobody holds.</summary>
/// <param name="Round">Number of the round.</param>
/// <param name="Unfilled">Places for which there was no entry.</param>
/// <param name="Freed">Places of winners that left, failed the eligibility review or lapsed.</param>
public sealed record FreePlaces(int Round, int Unfilled, int Freed);
