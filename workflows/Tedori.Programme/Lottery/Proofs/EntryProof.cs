using NodaTime;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// What one company needs to see that its own entry is in the published list, and at which rank: for that company only,
/// because it holds the salt.
/// </summary>
/// <param name="Format"><see cref="CurrentFormat"/>, or <see cref="SharedFormat"/> where others share the lot.</param>
/// <param name="Round">The round.</param>
/// <param name="Number">Number of the entry's lot in the sealed list.</param>
/// <param name="CaseId">Receipt number.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Salt">The salt.</param>
/// <param name="Leaf">The leaf, as it stands in the published list.</param>
/// <param name="Count">How many entries the list has.</param>
/// <param name="Root">The published root.</param>
/// <param name="Path">The siblings from the leaf to the root, lowest first.</param>
/// <param name="Result">The rank, or null before the draw.</param>
/// <param name="Shares">
/// Where others share the lot: what each of them, and this entry, would have as its leaf if it were alone. Of the others
/// it tells nothing. Null where it is alone.
/// </param>
public sealed record EntryProof(
    string Format, RoundId Round, int Number, CaseId CaseId, Instant ReceivedAt, Hash256 Salt, Hash256 Leaf, int Count,
    Hash256 Root, IReadOnlyList<Hash256> Path, ProvenRank? Result = null, IReadOnlyList<Hash256>? Shares = null)
{
    /// <summary>Name of the format.</summary>
    public const string CurrentFormat = "tedori-proof-1";

    /// <summary>Name of the format where several entries share the lot.</summary>
    public const string SharedFormat = "tedori-proof-2";

    /// <summary>The proof of the entry that stands in a list, the first one of its lot.</summary>
    public static EntryProof Of(SealedList list, int number, ProvenRank? result)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Of(list, list.Entries[number - 1], result);
    }

    /// <summary>The proof of one of the entries of a lot.</summary>
    /// <param name="list">The list.</param>
    /// <param name="entry">The entry, with its own salt and the number of its lot.</param>
    /// <param name="result">Rank of the lot, or null before the draw.</param>
    public static EntryProof Of(SealedList list, SealedEntry entry, ProvenRank? result)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(entry);
        var shares = list.Entries[entry.Number - 1].Shares;
        return new(
            shares is null ? CurrentFormat : SharedFormat, list.Round, entry.Number, entry.CaseId, entry.ReceivedAt,
            entry.Salt, list.Leaves[entry.Number - 1], list.Entries.Count, list.Root, list.PathOf(entry.Number), result,
            shares);
    }
}
