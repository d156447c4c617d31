namespace Tedori.Workflows.Rounds;

/// <summary>A throw as it was typed, and who typed it. Storage format.</summary>
/// <param name="Throw">What was typed.</param>
/// <param name="First">Who typed it first.</param>
/// <param name="Second">Who typed the same again; null while nobody has.</param>
public sealed record TypedThrow(WitnessedThrow Throw, string First, string? Second);
