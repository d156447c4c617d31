using System.Text.Json;

namespace Tedori.Engine;

/// <summary>One action of a recorded turn.</summary>
internal sealed record RecordedAction(
    ActionKind Kind, int Id, string Name, string? Target = null, JsonElement? Payload = null, long? Due = null);
