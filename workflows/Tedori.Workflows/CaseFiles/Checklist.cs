using Tedori.Programme;

namespace Tedori.Workflows.CaseFiles;

/// <summary>What a review makes sure of (確認表).</summary>
/// <param name="Review">The review.</param>
/// <param name="Entries">The entries in order.</param>
public sealed record Checklist(Step Review, IReadOnlyList<ChecklistEntry> Entries);
