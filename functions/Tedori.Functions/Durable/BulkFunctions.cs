using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Workflows.Bulk;

namespace Tedori.Functions.Durable;

/// <summary>Wrappers of the orchestrator and the activities of work on many cases.</summary>
public sealed class BulkFunctions(FindOpenItems find, PerformItem perform)
{
    /// <summary>Runs <see cref="BulkOrchestrator"/>.</summary>
    [Function(nameof(BulkOrchestrator))]
    public static Task<int> RunBulk([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new BulkOrchestrator().RunAsync(context, context.GetInput<string>()!);

    /// <summary>Runs <see cref="FindOpenItems"/>, which does not hint.</summary>
    [Function(nameof(FindOpenItems))]
    public Task<OpenItems> Find([ActivityTrigger] string bulk) =>
        find.RunAsync(new WrapperContext(nameof(FindOpenItems)), bulk);

    /// <summary>Runs <see cref="PerformItem"/>.</summary>
    [Function(nameof(PerformItem))]
    public Task<bool> Perform([ActivityTrigger] BulkItem item, [DurableClient] DurableTaskClient client) =>
        perform.RunAsync(new WrapperContext(nameof(PerformItem)), item);
}
