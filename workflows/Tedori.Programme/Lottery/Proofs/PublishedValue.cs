namespace Tedori.Programme.Lottery.Proofs;

/// <summary>The value that decided a draw.</summary>
/// <param name="Kind">
/// Which kind of source gave it; another than announced only where the announced fallback took its place.
/// </param>
/// <param name="Randomness">The seed of the draw: SHA-256 of the proof.</param>
/// <param name="Proof">The signature of drand, or the text of what was thrown, in hexadecimal digits.</param>
public sealed record PublishedValue(string Kind, Hash256 Randomness, string Proof);
