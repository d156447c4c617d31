namespace Tedori.Programme.Lottery.Proofs;

/// <summary>Checks the proof of one entry. Its root and its rank are then compared with the published file.</summary>
public static class ProofVerifier
{
    /// <summary>Everything that does not hold.</summary>
    public static IReadOnlyList<DrawFault> Check(EntryProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (proof.Format != (proof.Shares is null ? EntryProof.CurrentFormat : EntryProof.SharedFormat))
            return [new("format", "file", $"The format is '{proof.Format}', which is not that of such a proof.")];
        return [.. Faults(proof)];
    }

    private static IEnumerable<DrawFault> Faults(EntryProof proof)
    {
        var entry = new SealedEntry(proof.Number, proof.CaseId, proof.ReceivedAt, proof.Salt);
        if (proof.Shares is { } shares)
        {
            if (!shares.Contains(entry.Share()))
                yield return new(
                    "leaf", "entry", "No share is made of number, receipt number, time of receipt and salt.");
            if (SealedEntry.LeafOf(proof.Number, shares) != proof.Leaf)
                yield return new("leaf", "lot", "The leaf is not made of the number and the shares.");
        }
        else if (entry.Share() != proof.Leaf)
            yield return new(
                "leaf", "entry", "The leaf is not made of number, receipt number, time of receipt and salt.");
        if (MerkleTree.RootOf(proof.Leaf, proof.Number - 1, proof.Count, proof.Path) != proof.Root)
            yield return new("root", "path", "Leaf and path do not give the root.");
        if (proof.Result is not { } result)
            yield break;
        if (Draw.KeyOf(proof.Round, proof.Leaf, result.Randomness.ToBytes()) != result.Key)
            yield return new("key", "rank", "The key does not follow from the seed and the leaf.");
        if (result.Rank < 1 || result.Rank > proof.Count)
            yield return new("rank", "rank", "The rank is not one of the list.");
        if (result.Won != result.Rank <= result.Places)
            yield return new("place", "rank", "The rank and the places do not give this result.");
    }
}
