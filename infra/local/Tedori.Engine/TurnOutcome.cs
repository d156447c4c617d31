namespace Tedori.Engine;

/// <summary>How an orchestrator's code stands after a turn.</summary>
internal enum TurnOutcome
{
    Waiting,
    Completed,
    Failed,
    ContinuedAsNew,
}
