using System.Security.Cryptography;
using System.Text;

namespace Tedori.Programme.Lottery;

/// <summary>
/// The draw (抽選): a pure function of the sealed list, the seed and the number of places. Each entry is ranked by
/// HMAC-SHA256(seed, round id ‖ leaf), ascending as bytes; equal values, which do not occur in practice, by number.
/// </summary>
public static class Draw
{
    /// <summary>Name of the algorithm, kept with every result.</summary>
    public const string Algorithm = "hmac-sha256-v1";

    /// <summary>Ranks all entries; those whose rank is at most <paramref name="places"/> have won.</summary>
    /// <param name="list">The sealed list.</param>
    /// <param name="seed">The beacon's value, at least 16 bytes.</param>
    /// <param name="places">Places of the round with those carried in, 0 or more.</param>
    /// <exception cref="ArgumentException">The seed is too short.</exception>
    public static DrawResult Run(SealedList list, ReadOnlySpan<byte> seed, int places)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        if (seed.Length < 16)
            throw new ArgumentException("A draw needs a seed of at least 16 bytes.", nameof(seed));
        var round = Encoding.UTF8.GetBytes(list.Round.ToString());
        var keyed = new List<(byte[] Key, SealedEntry Entry)>(list.Entries.Count);
        foreach (var entry in list.Entries)
            keyed.Add((HMACSHA256.HashData(seed, [.. round, .. entry.Leaf()]), entry));
        keyed.Sort(static (a, b) =>
        {
            var order = a.Key.AsSpan().SequenceCompareTo(b.Key);
            return order != 0 ? order : a.Entry.Number.CompareTo(b.Entry.Number);
        });
        var ranking = keyed.Select((k, i) => new RankedEntry(i + 1, k.Entry.Number, k.Entry.CaseId, i < places)).ToList();
        return new(list.Round, Algorithm, list.Digest, Convert.ToHexStringLower(seed), places, ranking);
    }
}
