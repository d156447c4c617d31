namespace Tedori.Engine;

/// <summary>What an orchestrator continues as new with.</summary>
internal sealed record Renewal(byte[]? Input, string? Version, bool PreservesEvents);
