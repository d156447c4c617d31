using Tedori.Programme;

namespace Tedori.Workflows.Drafts;

/// <summary>
/// An entry of the office's list of drafts, so that they are found without reading every case. Storage format.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Form">Which form.</param>
public sealed record DraftEntry(CaseId CaseId, string Form);
