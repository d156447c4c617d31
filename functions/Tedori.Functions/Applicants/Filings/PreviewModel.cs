using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What the page shows on which a company confirms what it files.</summary>
/// <param name="Form">The form, filled in.</param>
/// <param name="Paper">What will be filed.</param>
/// <param name="Files">The files that will be filed with it.</param>
/// <param name="Key">Key of the request that will file it.</param>
public sealed record PreviewModel(FormModel Form, FilingPaper Paper, IReadOnlyList<EvidenceFile> Files, string Key);
