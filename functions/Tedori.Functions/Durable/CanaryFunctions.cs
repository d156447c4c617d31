using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Tedori.Workflows.Canary;

namespace Tedori.Functions.Durable;

/// <summary>Wrappers of the canary's orchestrator and activity, neither of which hints.</summary>
public sealed class CanaryFunctions(RecordCanary record)
{
    /// <summary>Runs <see cref="CanaryOrchestrator"/>.</summary>
    [Function(nameof(CanaryOrchestrator))]
    public static Task<bool> RunCanary([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new CanaryOrchestrator().RunAsync(context, context.GetInput<string>()!);

    /// <summary>Runs <see cref="RecordCanary"/>.</summary>
    [Function(nameof(RecordCanary))]
    public Task<bool> Record([ActivityTrigger] string canary) =>
        record.RunAsync(new WrapperContext(nameof(RecordCanary)), canary);
}
