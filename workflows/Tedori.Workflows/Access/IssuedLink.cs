using NodaTime;

namespace Tedori.Workflows.Access;

/// <summary>A link that was made.</summary>
/// <param name="Address">Where it leads; whoever has it can use it.</param>
/// <param name="Generation">The generation of links it belongs to.</param>
/// <param name="Until">The end of its time, exclusive.</param>
public sealed record IssuedLink(Uri Address, int Generation, Instant Until);
