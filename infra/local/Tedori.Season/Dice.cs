using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tedori.Season;

/// <summary>
/// Chance that depends on nothing but the seed and a name: the same on every machine, in any order of asking, and after
/// a restart.
/// </summary>
internal sealed class Dice
{
    private ulong state;

    private Dice(ulong state) => this.state = state;

    /// <summary>The dice for a topic.</summary>
    public static Dice For(long seed, params ReadOnlySpan<string> names)
    {
        var text = $"{seed}|{string.Join('|', names!)}";
        return new(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>A number from <paramref name="low"/> (inclusive) to <paramref name="high"/> (inclusive).</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>A number from 0 (inclusive) to <paramref name="end"/> (exclusive).</summary>
    public long Below(long end) => (long)(Next() % (ulong)end);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool InThousand(int chances) => Next() % 1000 < (ulong)chances;

    /// <summary>The items in another order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Between(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    // SplitMix64.
    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
