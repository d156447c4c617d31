using System.Security.Cryptography;

namespace Tedori.Programme.Lottery;

/// <summary>
/// The tree over the leaves of a list (RFC 6962): a node is SHA-256(0x01 ‖ left ‖ right), an odd last node moves up as
/// it is, the root of no leaves is SHA-256 of nothing. Leaves begin with 0x00 before they are hashed, so none can pass
/// for a node.
/// </summary>
public static class MerkleTree
{
    /// <summary>Name of the tree and of its leaves, kept with every list.</summary>
    public const string Algorithm = "merkle-sha256-v1";

    /// <summary>The root.</summary>
    /// <param name="leaves">The leaves in order of number.</param>
    public static Hash256 Root(ReadOnlySpan<Hash256> leaves)
    {
        if (leaves.IsEmpty)
            return new(SHA256.HashData([]));
        var level = leaves.ToArray();
        for (var length = level.Length; length > 1; length = (length + 1) / 2)
            Rise(level, length);
        return level[0];
    }

    /// <summary>
    /// What a holder of one leaf needs to compute the root: the sibling on every level, lowest first.
    /// </summary>
    /// <param name="leaves">The leaves in order of number.</param>
    /// <param name="index">Index of the leaf, from 0.</param>
    public static IReadOnlyList<Hash256> Path(ReadOnlySpan<Hash256> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        var path = new List<Hash256>();
        var level = leaves.ToArray();
        for (var length = level.Length; length > 1; length = (length + 1) / 2, index /= 2)
        {
            if ((index ^ 1) < length)
                path.Add(level[index ^ 1]);
            Rise(level, length);
        }

        return path;
    }

    /// <summary>The root that a leaf and its path give, or null where the path has the wrong length.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="index">Its index, from 0.</param>
    /// <param name="count">How many leaves the tree has.</param>
    /// <param name="path">The siblings, lowest first.</param>
    public static Hash256? RootOf(Hash256 leaf, int index, int count, IReadOnlyList<Hash256> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= count)
            return null;
        var used = 0;
        for (var length = count; length > 1; length = (length + 1) / 2, index /= 2)
        {
            if ((index ^ 1) >= length)
                continue;
            if (used == path.Count)
                return null;
            var sibling = path[used++];
            leaf = index % 2 == 0 ? Node(leaf, sibling) : Node(sibling, leaf);
        }

        return used == path.Count ? leaf : null;
    }

    /// <summary>The nodes above a level.</summary>
    internal static Hash256[] Above(Hash256[] level)
    {
        var above = new Hash256[(level.Length + 1) / 2];
        for (var i = 0; i < level.Length; i += 2)
            above[i / 2] = i + 1 < level.Length ? Node(level[i], level[i + 1]) : level[i];
        return above;
    }

    private static void Rise(Hash256[] level, int length)
    {
        for (var i = 0; i < length; i += 2)
            level[i / 2] = i + 1 < length ? Node(level[i], level[i + 1]) : level[i];
    }

    private static Hash256 Node(Hash256 left, Hash256 right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Hash256.Length)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash256.Length)..]);
        Span<byte> hash = stackalloc byte[Hash256.Length];
        SHA256.HashData(input, hash);
        return new(hash);
    }
}
