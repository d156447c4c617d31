using Tedori.Programme.Evidence;

namespace Tedori.Workflows.CaseFiles;

/// <summary>One thing that a reviewer makes sure of.</summary>
/// <param name="Id">Stable id: ticks name it.</param>
/// <param name="Text">What is made sure of, in Japanese.</param>
/// <param name="Files">The files that the company filed as this document; null where it is about none.</param>
public sealed record ChecklistEntry(string Id, string Text, IReadOnlyList<EvidenceFile>? Files = null);
