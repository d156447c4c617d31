using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Local.Data;
using Tedori.Local.Host;

namespace Tedori.Local.Serve;

/// <summary>Every second: keeps the time and runs the timer triggers that are due.</summary>
internal sealed class ServeLoop(ServeClock clock, TimerTriggers timers, Action<Exception> fail, ILogger<ServeLoop> logger)
    : BackgroundService
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without its time the folder could not be served again truthfully.
            fail(new DataFolderException($"The clock of the data folder cannot be kept ({e.Message}): check the disk.", e));
        }
    }

    private async Task RunTimersAsync(CancellationToken cancellation)
    {
        try
        {
            await timers.RunDueAsync(clock.Now, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException))
        {
            // As on the Functions host: one failed run is logged, and the schedule goes on.
            logger.LogError(e, "A timer trigger failed.");
        }
    }
}
