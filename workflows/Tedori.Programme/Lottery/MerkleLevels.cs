namespace Tedori.Programme.Lottery;

/// <summary>
/// All levels of a tree at once, for who is asked for the paths of many leaves: each path is then a walk of its length.
/// </summary>
public sealed class MerkleLevels
{
    private readonly List<Hash256[]> levels = [];

    /// <summary>Computes them.</summary>
    /// <param name="leaves">The leaves in order of number.</param>
    public MerkleLevels(IReadOnlyList<Hash256> leaves)
    {
        for (Hash256[] level = [.. leaves]; ; level = MerkleTree.Above(level))
        {
            levels.Add(level);
            if (level.Length <= 1)
                return;
        }
    }

    /// <summary>
    /// What a holder of one leaf needs to compute the root: the sibling on every level, lowest first.
    /// </summary>
    /// <param name="index">Index of the leaf, from 0.</param>
    public IReadOnlyList<Hash256> Path(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, levels[0].Length);
        var path = new List<Hash256>();
        foreach (var level in levels.SkipLast(1))
        {
            if ((index ^ 1) < level.Length)
                path.Add(level[index ^ 1]);
            index /= 2;
        }

        return path;
    }
}
