using Tedori.Programme.Cases;

namespace Tedori.Workflows.Access;

/// <summary>What a signed link says.</summary>
/// <param name="CaseId">The case it opens.</param>
/// <param name="Generation">The generation of links it belongs to.</param>
public sealed record CaseLink(CaseId CaseId, int Generation);
