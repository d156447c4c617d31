using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Programme;
using Tedori.Workflows.Cases;

namespace Tedori.Functions.Durable;

/// <summary>Wrappers of the case's orchestrator and activity.</summary>
public sealed class CaseFunctions(Advance advance)
{
    /// <summary>Runs <see cref="CaseOrchestrator"/>.</summary>
    [Function(nameof(CaseOrchestrator))]
    public static Task<Outcome?> RunCase([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new CaseOrchestrator().RunAsync(context, context.GetInput<string>()!);

    /// <summary>Runs <see cref="Workflows.Cases.Advance"/>.</summary>
    [Function(nameof(Advance))]
    public Task<Advanced> AdvanceCase([ActivityTrigger] string caseId, [DurableClient] DurableTaskClient client) =>
        advance.RunAsync(new WrapperContext(nameof(Advance)), caseId);
}
