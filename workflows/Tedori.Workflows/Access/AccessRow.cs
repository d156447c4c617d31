namespace Tedori.Workflows.Access;

/// <summary>Which links to a case are valid. Storage format; without a row the generation is 1.</summary>
/// <param name="Generation">The only generation whose links and sessions open the case.</param>
public sealed record AccessRow(int Generation);
