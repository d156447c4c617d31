using NodaTime;

namespace Tedori.Workflows.Anchoring;

/// <summary>The audit log as an anchor saw it. Storage format.</summary>
/// <param name="From">The first day it covers, Asia/Tokyo; the last is the anchor's own.</param>
/// <param name="Entries">How many entries those days had.</param>
/// <param name="Digest">Chained over the entries, in order of time.</param>
public sealed record LogAnchor(LocalDate From, int Entries, string Digest);
