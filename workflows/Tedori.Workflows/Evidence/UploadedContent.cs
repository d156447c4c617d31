using Tedori.Programme.Evidence;

namespace Tedori.Workflows.Evidence;

/// <summary>What the server found when it re-read an upload.</summary>
/// <param name="Sample">Its length and both ends.</param>
/// <param name="Sha256">SHA-256 of all of it, 64 lower-case hexadecimal digits.</param>
/// <param name="Version">
/// Opaque: names this very content in the store, so that what is admitted is what was read.
/// </param>
public sealed record UploadedContent(FileSample Sample, string Sha256, string Version);
