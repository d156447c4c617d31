using System.Security.Cryptography;
using Tedori.Programme.Lottery.Proofs;

namespace Tedori.Programme.Lottery;

/// <summary>
/// A value of a beacon with what it was made of: for drand the signature, else the text of what was thrown and when.
/// </summary>
/// <param name="Kind">Kind of the source that gave it, as in <see cref="BeaconPledge.Kind"/>.</param>
/// <param name="Proof">The bytes of which it is the SHA-256.</param>
public sealed record BeaconValue(string Kind, IReadOnlyList<byte> Proof)
{
    /// <summary>What was committed before the value existed, where it was thrown; else null.</summary>
    public PublishedThrow? Thrown { get; init; }

    /// <summary>The value: SHA-256 of the proof.</summary>
    public Hash256 Randomness => new(SHA256.HashData([.. Proof]));
}
