using System.Text.Json;

namespace Tedori.Engine;

/// <summary>The history of an instance's present execution, as it is exported.</summary>
internal sealed record RecordedHistory(
    string InstanceId, string Name, string Version, int Execution, JsonElement? Input, string? ParentId,
    string? ParentName, IReadOnlyList<RecordedEntry> Entries);
