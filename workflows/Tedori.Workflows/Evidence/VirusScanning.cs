namespace Tedori.Workflows.Evidence;

/// <summary>Whether a virus scanner looks at every file that is stored. What composes the application says so.</summary>
/// <param name="Expected">Whether a verdict comes for every file; false where there is no scanner.</param>
public sealed record VirusScanning(bool Expected);
