using System.Globalization;
using Microsoft.DurableTask;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The alarm clock of one round (instance = <c>round-</c> and its id): opens, seals, draws, waits for the release,
/// publishes its pages a few at a time. Touches only the context. The class name is storage format, and so is its input:
/// the id of the round, and behind a blank the first page that is not published yet, where that is not the first of all.
/// </summary>
[DurableTask(OrchestratorNames.Round)]
public sealed class RoundOrchestrator : TaskOrchestrator<string, RoundPhase>
{
    /// <summary>
    /// Pages of one execution: a round of a million entries has thousands, and each wake replays the history so far.
    /// </summary>
    public const int PagesAtOnce = 500;

    /// <inheritdoc/>
    public override async Task<RoundPhase> RunAsync(TaskOrchestrationContext context, string input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (round, first) = PositionIn(input);
        var advanced = await context.CallActivityAsync<RoundAdvanced>(nameof(AdvanceRound), round, Retries.Commit);
        context.SetCustomStatus(advanced);
        if (advanced.Phase < RoundPhase.Released)
        {
            await Wake.UntilAsync(context, advanced.NextWake);
            context.ContinueAsNew(input);
            return advanced.Phase;
        }

        var pages = Math.Clamp(advanced.Pages - first, 0, PagesAtOnce);
        await FanOut.RunAsync(Enumerable.Range(first, pages), page => PublishAsync(context, round, page));
        if (first + pages < advanced.Pages)
        {
            context.ContinueAsNew($"{round} {first + pages}");
            return advanced.Phase;
        }

        // The page behind the last is not there, and so the round is published.
        for (int? page = advanced.Pages; page is { } next;)
            page = await PublishAsync(context, round, next);

        context.SetCustomStatus(new RoundAdvanced(RoundPhase.Published, null));
        return RoundPhase.Published;
    }

    private static (string Round, int First) PositionIn(string input) => input.Split(' ') is [var round, var first]
        ? (round, int.Parse(first, CultureInfo.InvariantCulture))
        : (input, 0);

    private static async Task<int?> PublishAsync(TaskOrchestrationContext context, string round, int page) =>
        (await context.CallActivityAsync<PublishedPage>(
            nameof(PublishResults), new PublishPage(round, page), Retries.Commit)).Next;
}
