namespace Tedori.Engine;

/// <summary>
/// One action of a turn. <paramref name="Target"/> is the instance that a sub-orchestration or an event goes to;
/// <paramref name="Due"/> the Unix ticks at which a timer fires.
/// </summary>
internal sealed record TurnAction(
    ActionKind Kind, int Id, string Name = "", string? Target = null, byte[]? Payload = null, long Due = 0,
    string? Version = null, IReadOnlyDictionary<string, string>? Tags = null)
{
    /// <summary>Whether the same code that recorded the other action may have done this one.</summary>
    public bool Repeats(TurnAction recorded) =>
        Kind == recorded.Kind && Id == recorded.Id
        && string.Equals(Name, recorded.Name, StringComparison.OrdinalIgnoreCase);

    public string Describe() => Kind switch
    {
        ActionKind.CallActivity => $"call of activity '{Name}' (#{Id})",
        ActionKind.CreateTimer => $"timer (#{Id})",
        ActionKind.CallSubOrchestrator => $"call of sub-orchestrator '{Name}' (#{Id})",
        ActionKind.SendEvent => $"event '{Name}' to '{Target}' (#{Id})",
        ActionKind.ContinueAsNew => "continue-as-new",
        ActionKind.Complete => "completion",
        ActionKind.Fail => "failure",
        _ => throw new InvalidOperationException($"No such action: {Kind}."),
    };
}
