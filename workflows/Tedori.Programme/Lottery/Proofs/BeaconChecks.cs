using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>Whether the value of a draw is the one that was announced, in time and for this draw only.</summary>
internal static class BeaconChecks
{
    public static IEnumerable<DrawFault> Of(RoundId round, IReadOnlyList<PublishedDraw> draws, int index)
    {
        var draw = draws[index];
        var earlier = draws.Take(index).ToList();
        var where = $"draw {index + 1}";
        if (draw.AnnouncedAt >= draw.Beacon.Due)
            yield return new("beacon", where, "The value that decides was announced only when it existed.");
        if (draw.Beacon.Kind == BeaconPledge.Drand && !IsQuicknet(draw.Beacon))
            yield return new(
                "beacon", where, "The announced value is not of drand quicknet, or its round is not due at that time.");
        if (earlier.Any(e => SameSource(e.Beacon, draw.Beacon)))
            yield return new("beacon", where, "The announced value belongs to an earlier draw.");
        if (draw is { Value: { } value, DrawnAt: { } drawnAt })
        {
            if (drawnAt < draw.Beacon.Due || !Allowed(draw, value))
                yield return new("beacon", where, "The draw was not decided by the value that was announced.");
            if (value.Kind == BeaconPledge.Witnessed && !IsBound(round, draw, value, drawnAt))
                yield return new("beacon", where, "The throw is not bound to a public value that came after it.");
            if (earlier.Any(e => e.Value?.Randomness == value.Randomness))
                yield return new("beacon", where, "The same value decided an earlier draw.");
        }
    }

    /// <summary>Whether the seed is made of its proof.</summary>
    public static bool SeedHolds(PublishedValue value) =>
        value.Proof.Length % 2 == 0
        && value.Proof.All(char.IsAsciiHexDigitLower)
        && (value.Kind != BeaconPledge.Drand || value.Proof.Length == 2 * DrandChain.SignatureLength)
        && new Hash256(SHA256.HashData(Convert.FromHexString(value.Proof))) == value.Randomness;

    private static bool SameSource(BeaconPledge a, BeaconPledge b) =>
        a.Kind == b.Kind && a.Source == b.Source && a.Number == b.Number;

    private static bool IsQuicknet(BeaconPledge beacon) =>
        beacon.Source == DrandChain.Quicknet.Hash && beacon.Number is >= 1 and < 1L << 40
        && DrandChain.Quicknet.TimeOf(beacon.Number) == beacon.Due;

    // A throw that was announced before throws were bound counts as it is.
    private static bool IsBound(RoundId round, PublishedDraw draw, PublishedValue value, Instant drawnAt)
    {
        if (draw.Thrown is not { } thrown)
            return draw.Beacon.Bound != true;
        var start = string.Create(CultureInfo.InvariantCulture, $"{PublishedThrow.Prefix}{round}|{draw.Number}|");
        return thrown.Text.StartsWith(start, StringComparison.Ordinal)
            && thrown.CommittedAt >= (draw.Beacon.Kind == BeaconPledge.Witnessed ? draw.Beacon.Due : draw.Beacon.FallbackFrom)
            && thrown.CommittedAt < thrown.Due && thrown.Due <= drawnAt
            && thrown.ProofText is { } text
            && Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)) == value.Proof;
    }

    private static bool Allowed(PublishedDraw draw, PublishedValue value) =>
        value.Kind == draw.Beacon.Kind
        || (value.Kind == BeaconPledge.Witnessed && draw.Beacon.FallbackFrom <= draw.DrawnAt);
}
