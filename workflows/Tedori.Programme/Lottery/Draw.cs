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

    /// <summary>Fewest bytes of a seed.</summary>
    public const int ShortestSeed = 16;

    /// <summary>Ranks all entries; those whose rank is at most <paramref name="places"/> have won.</summary>
    /// <param name="list">The sealed list.</param>
    /// <param name="seed">The beacon's value, at least 16 bytes.</param>
    /// <param name="places">Places of the round with those carried in, 0 or more.</param>
    /// <exception cref="ArgumentException">The seed is too short.</exception>
    public static DrawResult Run(SealedList list, ReadOnlySpan<byte> seed, int places)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        if (seed.Length < ShortestSeed)
            throw new ArgumentException($"A draw needs a seed of at least {ShortestSeed} bytes.", nameof(seed));
        var keyed = Keyed(list, seed.ToArray());
        Array.Sort(keyed);
        var ranking = new RankedEntry[keyed.Length];
        for (var i = 0; i < ranking.Length; i++)
        {
            var entry = list.Entries[keyed[i].Index];
            ranking[i] = new(i + 1, entry.Number, entry.CaseId, i < places, keyed[i].Key);
        }

        return new(list.Round, Algorithm, list.Root, Convert.ToHexStringLower(seed), places, ranking);
    }

    /// <summary>What an entry is ranked by.</summary>
    /// <param name="round">The round, whose id is hashed as text.</param>
    /// <param name="leaf">The entry's leaf.</param>
    /// <param name="seed">The beacon's value.</param>
    public static Hash256 KeyOf(RoundId round, Hash256 leaf, ReadOnlySpan<byte> seed)
    {
        Span<byte> input = stackalloc byte[16 + Hash256.Length];
        var length = Encoding.UTF8.GetBytes(round.ToString(), input);
        leaf.CopyTo(input[length..]);
        Span<byte> key = stackalloc byte[Hash256.Length];
        HMACSHA256.HashData(seed, input[..(length + Hash256.Length)], key);
        return new(key);
    }

    private static Keyed[] Keyed(SealedList list, byte[] seed)
    {
        var keyed = new Keyed[list.Entries.Count];
        Parallel.For(0, keyed.Length, i => keyed[i] = new(
            KeyOf(list.Round, list.Leaves[i], seed), list.Entries[i].Number, i));
        return keyed;
    }
}

/// <summary>A draw with all that is needed to repeat it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Algorithm">Name of the algorithm.</param>
/// <param name="Root">Root of the sealed list.</param>
/// <param name="Seed">The seed, in hexadecimal digits.</param>
/// <param name="Places">Places of the round with those carried in.</param>
/// <param name="Ranking">All entries by rank.</param>
public sealed record DrawResult(
    RoundId Round, string Algorithm, Hash256 Root, string Seed, int Places, IReadOnlyList<RankedEntry> Ranking);

/// <summary>An entry with its key: in order of key, then of number.</summary>
internal readonly record struct Keyed(Hash256 Key, int Number, int Index) : IComparable<Keyed>
{
    public int CompareTo(Keyed other)
    {
        var order = Key.CompareTo(other.Key);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}

/// <summary>An entry's place in the ranking.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Number">Its number in the sealed list.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Won">Whether the rank is within the places.</param>
/// <param name="Key">What it was ranked by.</param>
public sealed record RankedEntry(int Rank, int Number, CaseId CaseId, bool Won, Hash256 Key);
