using Microsoft.DurableTask;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Canary;

/// <summary>
/// Waits for one canary's deadline by a durable timer, the same way as every deadline of the programme, and records
/// that it fired. Ends with whether it fired in time. Touches only the context. The class name is storage format.
/// </summary>
[DurableTask(OrchestratorNames.Canary)]
public sealed class CanaryOrchestrator : TaskOrchestrator<string, bool>
{
    /// <inheritdoc/>
    public override async Task<bool> RunAsync(TaskOrchestrationContext context, string input)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.CreateTimer(CanaryId.DueOf(input).ToDateTimeUtc(), CancellationToken.None);
        return await context.CallActivityAsync<bool>(nameof(RecordCanary), input, Retries.Commit);
    }
}
