using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>An orchestrator whose code runs under a guard.</summary>
internal sealed class GuardedOrchestrator(ITaskOrchestrator code, TurnGuard guard, Runtime runtime) : ITaskOrchestrator
{
    public Type InputType => code.InputType;

    public Type OutputType => code.OutputType;

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var given = input is null && InputType.IsValueType ? Activator.CreateInstance(InputType) : input;
        return guard.Begin(() => code.RunAsync(new GuardedContext(context, given, guard, runtime), given));
    }
}
