using NodaTime;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// What the virus scanner found in a stored file. It never moves the time of a filing. Storage format.
/// </summary>
/// <param name="Sha256">Digest of the file.</param>
/// <param name="Finding">What it found.</param>
/// <param name="ScannedAt">When it ended the scan.</param>
/// <param name="Detail">Name of what it found, or why it did not scan; empty where there is nothing to say.</param>
public sealed record VirusVerdict(string Sha256, VirusFinding Finding, Instant ScannedAt, string Detail);
