using DurableTask.Core.Command;

namespace Tedori.Engine;

/// <summary>What came of a turn: what the code asked for and, as its last, how it ended, if it did.</summary>
internal readonly record struct Turn(IReadOnlyList<OrchestratorAction> Actions, string? CustomStatus)
{
    public OrchestrationCompleteOrchestratorAction? End =>
        Actions.Count == 0 ? null : Actions[^1] as OrchestrationCompleteOrchestratorAction;
}
