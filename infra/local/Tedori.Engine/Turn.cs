using DurableTask.Core.Command;
using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>
/// What came of a turn: what the code asked for, as its last how it ended, if it did, and what is recorded of each.
/// </summary>
internal readonly record struct Turn(
    IReadOnlyList<OrchestratorAction> Actions, IReadOnlyList<HistoryEvent> Entries, string? CustomStatus)
{
    public OrchestrationCompleteOrchestratorAction? End =>
        Actions.Count == 0 ? null : Actions[^1] as OrchestrationCompleteOrchestratorAction;
}
