using System.Text.Json;
using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>One entry of a recorded history. <c>At</c> (Unix ticks) and <c>Actions</c> belong to turns.</summary>
internal sealed record RecordedEntry(
    EntryKind Kind, int Id = 0, string? Name = null, JsonElement? Payload = null, TaskFailureDetails? Failure = null,
    long? At = null, IReadOnlyList<RecordedAction>? Actions = null);
