namespace Tedori.Engine;

/// <summary>What an orchestrator's code asked for in a turn. The numbers are storage format.</summary>
internal enum ActionKind : byte
{
    CallActivity = 1,
    CreateTimer = 2,
    CallSubOrchestrator = 3,
    SendEvent = 4,
    ContinueAsNew = 5,
    Complete = 6,
    Fail = 7,
}
