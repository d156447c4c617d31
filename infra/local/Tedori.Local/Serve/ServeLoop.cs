using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Local.Host;

namespace Tedori.Local.Serve;

/// <summary>Every second: keeps the time and runs the timer triggers that are due.</summary>
internal sealed class ServeLoop(ServeClock clock, TimerTriggers timers, ILogger<ServeLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await second.WaitForNextTickAsync(stoppingToken))
            {
                clock.Keep();
                await RunTimersAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            clock.Keep();
        }
    }

    private async Task RunTimersAsync(CancellationToken cancellation)
    {
        try
        {
            await timers.RunDueAsync(clock.Now, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // As on the Functions host: one failed run is logged, and the schedule goes on.
            logger.LogError(e, "A timer trigger failed.");
        }
    }
}
