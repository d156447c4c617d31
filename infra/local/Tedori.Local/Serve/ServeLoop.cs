using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Engine.Sqlite;
using Tedori.Local.Host;

namespace Tedori.Local.Serve;

/// <summary>Every second of its clock: keeps the time and runs the timer triggers that are due.</summary>
internal sealed class ServeLoop(
    ServeClock clock, TimerTriggers timers, Action<Exception> fail, ILogger<ServeLoop> logger)
    : BackgroundService
{
    // At a high speed, the triggers come less often than every second of the clock; each makes up for what it missed.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan Interval
    {
        get
        {
            var second = TimeSpan.FromSeconds(1) / clock.Timeline.Speed;
            return second < Shortest ? Shortest : second;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(Interval);
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
            // The host stops: the last time that was served is the one to go on from.
            clock.Keep();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without its time the folder could not be served again truthfully.
            fail(new DataFolderException(
                $"The clock of the data folder cannot be kept ({e.Message}): check the disk.", e));
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
