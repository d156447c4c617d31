namespace Tedori.Workflows.Evidence;

/// <summary>A file of a case for pages and filings.</summary>
/// <param name="Held">The file.</param>
/// <param name="Filed">Whether an accepted filing lists it: then it is a record, otherwise part of the draft.</param>
/// <param name="Verdict">What the virus scanner found, or null while it has not told.</param>
public sealed record ListedFile(HeldFile Held, bool Filed, VirusVerdict? Verdict);
