using Microsoft.DurableTask;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The alarm clock of one round (instance = <c>round-</c> and its id): opens, seals, draws, waits for the release,
/// publishes page by page. Touches only the context. The class name is storage format.
/// </summary>
[DurableTask(OrchestratorNames.Round)]
public sealed class RoundOrchestrator : TaskOrchestrator<string, RoundPhase>
{
    /// <inheritdoc/>
    public override async Task<RoundPhase> RunAsync(TaskOrchestrationContext context, string input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var advanced = await context.CallActivityAsync<RoundAdvanced>(nameof(AdvanceRound), input, Retries.Commit);
        context.SetCustomStatus(advanced);
        if (advanced.Phase < RoundPhase.Released)
        {
            await Wake.UntilAsync(context, advanced.NextWake);
            context.ContinueAsNew(input);
            return advanced.Phase;
        }

        for (int? page = 0; page is { } next;)
        {
            var publish = new PublishPage(input, next);
            page = (await context.CallActivityAsync<PublishedPage>(
                nameof(PublishResults), publish, Retries.Commit)).Next;
        }

        context.SetCustomStatus(new RoundAdvanced(RoundPhase.Published, null));
        return RoundPhase.Published;
    }
}
