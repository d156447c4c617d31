
namespace Tedori.Workflows.Reconciliation;

/// <summary>What the reconciliation of one case saw.</summary>
/// <param name="Files">Files on its receipts.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Findings">What differs.</param>
internal sealed record CaseEvidence(int Files, long Bytes, IReadOnlyList<EvidenceFinding> Findings);
