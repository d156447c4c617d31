using Microsoft.DurableTask;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Bulk;

/// <summary>
/// Does work on many cases (instance = <c>bulk-</c> and its name): asks the record what is open, does it a few at a time,
/// and begins anew behind what it did. An item that fails again and again keeps none of the others waiting; the
/// orchestration then fails in the end, and the sweeper starts it again. Touches only the context. The class name is
/// storage format.
/// </summary>
[DurableTask(OrchestratorNames.Bulk)]
public sealed class BulkOrchestrator : TaskOrchestrator<string, int>
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(TaskOrchestrationContext context, string input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var open = await context.CallActivityAsync<OpenItems>(nameof(FindOpenItems), input, Retries.Commit);
        context.SetCustomStatus(new BulkProgress(open.Left));
        if (open.Items is [.., var last])
        {
            await FanOut.RunAsync(open.Items, item => PerformAsync(context, new(input, item)));
            context.ContinueAsNew((BulkId.Parse(input) with { After = last }).ToString());
        }
        else if (open.Left > 0)
        {
            throw new InvalidOperationException($"{open.Left} items of {input} failed again and again.");
        }

        return open.Left;
    }

    // Its open row on the record says that it failed.
    private static async Task PerformAsync(TaskOrchestrationContext context, BulkItem item)
    {
        try
        {
            await context.CallActivityAsync<bool>(nameof(PerformItem), item, Retries.Commit);
        }
        catch (TaskFailedException)
        {
        }
    }
}

/// <summary>Custom status of work on many cases. Storage format.</summary>
/// <param name="Left">How many items had no verdict when it was looked last.</param>
public sealed record BulkProgress(int Left);
