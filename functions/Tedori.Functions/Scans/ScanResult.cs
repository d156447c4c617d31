using Tedori.Programme;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Scans;

/// <summary>A verdict of the scanner on one file of the evidence.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">What was found.</param>
internal sealed record ScanResult(CaseId Case, VirusVerdict Verdict);
