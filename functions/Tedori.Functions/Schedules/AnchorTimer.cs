using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Anchoring;

namespace Tedori.Functions.Schedules;

/// <summary>Every day from 00:10, Japanese time: the anchor of the day before.</summary>
public sealed class AnchorTimer(AnchorService service, IClock clock, ILogger<AnchorTimer> logger)
{
    /// <summary>
    /// Takes it. The later hours go on where an earlier one was stopped. A day that was missed has no anchor of its
    /// own: the next one covers it, and names the day of the anchor before.
    /// </summary>
    [Function("Anchor")]
    public async Task RunAsync(
        [TimerTrigger("0 10 15-17 * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if (timer.IsPastDue)
            logger.LogWarning("The anchor is taken late.");
        var yesterday = JapanTime.DateOf(clock.GetCurrentInstant()).PlusDays(-1);
        var head = await service.TakeAsync(yesterday, cancellation);
        // In the log too, which is kept apart from the records that it fixes.
        logger.LogInformation("The anchor of {Day} is {Hash}.", LocalDatePattern.Iso.Format(head.Day), head.Hash);
    }
}
