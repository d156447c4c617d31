using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>The frozen list of a round: who takes part in the draw, in order of receipt.</summary>
public sealed class SealedList
{
    private readonly Hash256[] leaves;

    /// <summary>Freezes entries that are numbered already.</summary>
    /// <param name="round">The round.</param>
    /// <param name="entries">The entries that take part, numbered from 1.</param>
    public SealedList(RoundId round, IReadOnlyList<SealedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Round = round;
        Entries = entries;
        leaves = new Hash256[entries.Count];
        Parallel.For(0, leaves.Length, i => leaves[i] = entries[i].Leaf());
        Root = MerkleTree.Root(leaves);
    }

    /// <summary>The round.</summary>
    public RoundId Round { get; }

    /// <summary>The entries that take part, numbered from 1.</summary>
    public IReadOnlyList<SealedEntry> Entries { get; }

    /// <summary>The leaves, in the order of the entries.</summary>
    public IReadOnlyList<Hash256> Leaves => leaves;

    /// <summary>Root of the tree over all leaves; published before the draw.</summary>
    public Hash256 Root { get; }

    /// <summary>Numbers and freezes the entries that passed the screening.</summary>
    /// <param name="round">The round.</param>
    /// <param name="screened">Entries in order of receipt, each with the reason for which it is out.</param>
    /// <param name="secret">What the salts are made of; it stays with the office.</param>
    /// <exception cref="ArgumentException">The secret has less than 16 bytes.</exception>
    public static SealedList Of(RoundId round, IEnumerable<(Entry Entry, Exclusion? Exclusion)> screened, byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < 16)
            throw new ArgumentException("The salts of a list need a secret of at least 16 bytes.", nameof(secret));
        var taking = screened.Where(s => s.Exclusion is null).Select(s => s.Entry).ToArray();
        var entries = new SealedEntry[taking.Length];
        Parallel.For(0, entries.Length, i => entries[i] = new(
            i + 1, taking[i].CaseId, taking[i].ReceivedAt, SealedEntry.SaltOf(taking[i].CaseId, secret)));
        return new(round, entries);
    }

    /// <summary>The path from an entry to the root.</summary>
    /// <param name="number">Number of the entry.</param>
    public IReadOnlyList<Hash256> PathOf(int number) => MerkleTree.Path(leaves, number - 1);
}
