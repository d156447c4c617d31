using Microsoft.DurableTask;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The alarm clock of one round (instance = <c>round-</c> and its id): opens, seals, draws, waits for the release,
/// publishes its pages a few at a time. Touches only the context. The class name is storage format.
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

        await FanOut.RunAsync(Enumerable.Range(0, advanced.Pages), page => PublishAsync(context, input, page));
        // The page behind the last is not there, and so the round is published.
        for (int? page = advanced.Pages; page is { } next;)
            page = await PublishAsync(context, input, next);

        context.SetCustomStatus(new RoundAdvanced(RoundPhase.Published, null));
        return RoundPhase.Published;
    }

    private static async Task<int?> PublishAsync(TaskOrchestrationContext context, string round, int page) =>
        (await context.CallActivityAsync<PublishedPage>(
            nameof(PublishResults), new PublishPage(round, page), Retries.Commit)).Next;
}
