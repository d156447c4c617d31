namespace Tedori.Workflows.CaseFiles;

/// <summary>One thing that a reviewer makes sure of.</summary>
/// <param name="Id">Stable id: ticks name it.</param>
/// <param name="Text">What is made sure of, in Japanese.</param>
public sealed record ChecklistEntry(string Id, string Text);
