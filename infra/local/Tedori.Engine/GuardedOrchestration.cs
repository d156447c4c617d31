using DurableTask.Core;

namespace Tedori.Engine;

/// <summary>The SDK's shim of an orchestrator, seen by the guard: what runs beneath the code's context.</summary>
internal sealed class GuardedOrchestration(TaskOrchestration shim, TurnGuard guard) : TaskOrchestration
{
    public override Task<string> Execute(OrchestrationContext context, string input)
    {
        guard.Beneath = context;
        return shim.Execute(context, input);
    }

    public override void RaiseEvent(OrchestrationContext context, string name, string input) =>
        shim.RaiseEvent(context, name, input);

    public override string GetStatus() => shim.GetStatus();
}
