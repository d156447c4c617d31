using NodaTime;

namespace Tedori.Programme.Lottery;

/// <summary>A chain of drand: one value every period, whose round number follows from the time.</summary>
/// <param name="Hash">
/// Hash of the chain's parameters, 64 hexadecimal digits: pins the network and its public key.
/// </param>
/// <param name="Genesis">Time of round 1.</param>
/// <param name="Period">Time between two rounds.</param>
public sealed record DrandChain(string Hash, Instant Genesis, Duration Period)
{
    /// <summary>
    /// The chain <c>quicknet</c> of the League of Entropy: a value every three seconds, none linked to the one before.
    /// </summary>
    public static readonly DrandChain Quicknet = new(
        "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
        Instant.FromUnixTimeSeconds(1_692_803_367),
        Duration.FromSeconds(3));

    /// <summary>Length of a signature of quicknet, in bytes.</summary>
    public const int SignatureLength = 48;

    /// <summary>When a round's value comes to exist.</summary>
    public Instant TimeOf(long round) => Genesis + ((round - 1) * Period);

    /// <summary>The first round at or after an instant.</summary>
    public long RoundFrom(Instant notBefore)
    {
        var since = (notBefore - Genesis).ToBigIntegerNanoseconds();
        if (since <= 0)
            return 1;
        var period = Period.ToBigIntegerNanoseconds();
        return (long)((since + period - 1) / period) + 1;
    }
}
