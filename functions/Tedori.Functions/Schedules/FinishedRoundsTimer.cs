using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Statistics;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Schedules;

/// <summary>Every day from 00:20, Japanese time: what became of the winners of the rounds that have been finished.</summary>
public sealed class FinishedRoundsTimer(
    RoundCount count, FinishedResults results, IClock clock, ILogger<FinishedRoundsTimer> logger)
{
    /// <summary>Keeps it for the open data, once for each round; the later hours find what an earlier one left.</summary>
    [Function("KeepFinishedRounds")]
    public async Task RunAsync(
        [TimerTrigger("0 20 15-17 * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("Finished rounds are kept late.");
        foreach (var round in (await count.AllAsync(cancellation)).SelectMany(e => e.Rounds).Where(r => r.IsFinished))
        {
            if (await results.KeepAsync(round.ResultAt(clock.GetCurrentInstant()), cancellation))
                logger.LogInformation("Round {Round} is finished; its result is told from now on.", round.Id);
        }
    }
}
