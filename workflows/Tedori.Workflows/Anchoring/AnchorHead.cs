using NodaTime;

namespace Tedori.Workflows.Anchoring;

/// <summary>The last anchor. Storage format.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AnchorHead(LocalDate Day, string Hash);
