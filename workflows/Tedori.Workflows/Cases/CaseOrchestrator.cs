using Microsoft.DurableTask;
using Tedori.Programme;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Cases;

/// <summary>
/// The alarm clock of one case (instance = case id): reads the record through <see cref="Advance"/>, sleeps until the
/// next wake or a hint, and begins anew. Ends with the case's outcome. Touches only the context, so that it replays the
/// same way. The class name is storage format.
/// </summary>
[DurableTask(OrchestratorNames.Case)]
public sealed class CaseOrchestrator : TaskOrchestrator<string, Outcome?>
{
    /// <inheritdoc/>
    public override async Task<Outcome?> RunAsync(TaskOrchestrationContext context, string input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var advanced = await context.CallActivityAsync<Advanced>(nameof(Advance), input, Retries.Commit);
        context.SetCustomStatus(advanced);
        if (advanced.Outcome is { } outcome)
            return outcome;
        await Wake.UntilAsync(context, advanced.NextWake);
        context.ContinueAsNew(input);
        return null;
    }
}
