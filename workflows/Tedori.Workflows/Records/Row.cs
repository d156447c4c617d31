namespace Tedori.Workflows.Records;

/// <summary>A row as read.</summary>
/// <param name="Key">Key within its partition; rows of a partition are ordered by it, by ordinal comparison.</param>
/// <param name="Version">Opaque version (ETag) that changes with every write of the row.</param>
/// <param name="Body">JSON text.</param>
public sealed record Row(string Key, string Version, string Body);
