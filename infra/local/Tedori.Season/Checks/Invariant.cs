namespace Tedori.Season.Checks;

/// <summary>Something that must hold in every season.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Held">Whether it held.</param>
/// <param name="Detail">What was counted, or the first cases in which it did not hold.</param>
public sealed record Invariant(string Name, bool Held, string Detail);
