using NodaTime;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>The frozen list of a round: the lots that are drawn, in order of position.</summary>
public sealed class SealedList
{
    private readonly Hash256[] leaves;
    private readonly Lazy<MerkleLevels> levels;

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
        levels = new(() => new(leaves));
    }

    /// <summary>The round.</summary>
    public RoundId Round { get; }

    /// <summary>The lots, numbered from 1.</summary>
    public IReadOnlyList<SealedEntry> Entries { get; }

    /// <summary>The leaves, in the order of the entries.</summary>
    public IReadOnlyList<Hash256> Leaves => leaves;

    /// <summary>Root of the tree over all leaves; published before the draw.</summary>
    public Hash256 Root { get; }

    /// <summary>Numbers and freezes the lots of the entries that passed the screening.</summary>
    /// <param name="round">The round.</param>
    /// <param name="screened">Entries in order of position.</param>
    /// <param name="secret">What the salts are made of; it stays with the office.</param>
    /// <exception cref="ArgumentException">The secret has less than 16 bytes.</exception>
    public static SealedList Of(RoundId round, IEnumerable<ScreenedEntry> screened, byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < 16)
            throw new ArgumentException("The salts of a list need a secret of at least 16 bytes.", nameof(secret));
        var taking = screened.Where(s => s.Lead is not null).ToList();
        var numbers = taking.Where(s => s.Exclusion is null).Select((s, i) => (s.Entry.CaseId, Number: i + 1))
            .ToDictionary(s => s.CaseId, s => s.Number);
        return Of(round, taking.Select(s => (numbers[s.Lead!.Value], s.Entry.CaseId, s.Entry.ReceivedAt)), secret);
    }

    /// <summary>Freezes entries whose lots are numbered already.</summary>
    /// <param name="round">The round.</param>
    /// <param name="entries">Number of the lot, case and time of receipt of each, in order of position.</param>
    /// <param name="secret">What the salts are made of.</param>
    public static SealedList Of(
        RoundId round, IEnumerable<(int Number, CaseId CaseId, Instant ReceivedAt)> entries, byte[] secret)
    {
        var all = entries.ToList();
        var salted = new SealedEntry[all.Count];
        Parallel.For(0, salted.Length, i => salted[i] = new(
            all[i].Number, all[i].CaseId, all[i].ReceivedAt, SealedEntry.SaltOf(all[i].CaseId, secret)));
        var lots = new SealedEntry[salted.Select(e => e.Number).DefaultIfEmpty().Max()];
        var shares = new Dictionary<int, List<Hash256>>();
        foreach (var entry in salted)
        {
            if (lots[entry.Number - 1] is { } first)
                (shares.TryGetValue(entry.Number, out var s) ? s : shares[entry.Number] = [first.Share()]).Add(entry.Share());
            else
                lots[entry.Number - 1] = entry;
        }

        foreach (var (number, its) in shares)
            lots[number - 1] = lots[number - 1] with { Shares = its };
        return new(round, lots);
    }

    /// <summary>The path from an entry to the root.</summary>
    /// <param name="number">Number of the entry.</param>
    public IReadOnlyList<Hash256> PathOf(int number) => levels.Value.Path(number - 1);
}
