using NodaTime;

namespace Tedori.Workflows.Cases;

/// <summary>What the ledger keeps of the link that a notice carried; never the link itself. Storage format.</summary>
/// <param name="Generation">The generation of links it belongs to.</param>
/// <param name="Until">The end of its time, exclusive.</param>
public sealed record SentLink(int Generation, Instant Until);
