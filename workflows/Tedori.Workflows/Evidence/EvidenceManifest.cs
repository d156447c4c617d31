namespace Tedori.Workflows.Evidence;

/// <summary>
/// The files that a case lists, and the counter of its uploads. Every change of either replaces this row, which makes
/// it the lock of both. Storage format.
/// </summary>
/// <param name="Uploads">How many uploads were opened so far.</param>
/// <param name="Files">The files, in the order in which they were registered.</param>
public sealed record EvidenceManifest(int Uploads, IReadOnlyList<HeldFile> Files)
{
    /// <summary>The manifest of a case that has opened no upload yet.</summary>
    public static readonly EvidenceManifest Empty = new(0, []);
}
