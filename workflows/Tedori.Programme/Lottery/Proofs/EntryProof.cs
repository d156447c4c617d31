using NodaTime;

namespace Tedori.Programme.Lottery.Proofs;

/// <summary>
/// What one company needs to see that its own entry is in the published list, and at which rank: for that company only,
/// because it holds the salt.
/// </summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Round">The round.</param>
/// <param name="Number">Number of the entry in the sealed list.</param>
/// <param name="CaseId">Receipt number.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Salt">The salt.</param>
/// <param name="Leaf">The leaf, as it stands in the published list.</param>
/// <param name="Count">How many entries the list has.</param>
/// <param name="Root">The published root.</param>
/// <param name="Path">The siblings from the leaf to the root, lowest first.</param>
/// <param name="Result">The rank, or null before the draw.</param>
public sealed record EntryProof(
    string Format, RoundId Round, int Number, CaseId CaseId, Instant ReceivedAt, Hash256 Salt, Hash256 Leaf, int Count,
    Hash256 Root, IReadOnlyList<Hash256> Path, ProvenRank? Result = null)
{
    /// <summary>Name of the format.</summary>
    public const string CurrentFormat = "tedori-proof-1";

    /// <summary>The proof of an entry of a list.</summary>
    public static EntryProof Of(SealedList list, int number, ProvenRank? result)
    {
        ArgumentNullException.ThrowIfNull(list);
        var entry = list.Entries[number - 1];
        return new(
            CurrentFormat, list.Round, number, entry.CaseId, entry.ReceivedAt, entry.Salt, entry.Leaf(),
            list.Entries.Count, list.Root, list.PathOf(number), result);
    }
}
