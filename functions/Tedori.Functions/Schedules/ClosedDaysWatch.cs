using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Schedules;

/// <summary>
/// In every process: reads the changes of closed days at its start and every half minute. A timer trigger would run in
/// one.
/// </summary>
public sealed class ClosedDaysWatch(
    IServiceScopeFactory scopes, ILogger<ClosedDaysWatch> logger, TimeProvider? time = null) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: a process must not count business days by a table that two people have changed.
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time ?? TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryReadAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TryReadAsync(CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(cancellation);
        }
        // A store that answers too late cancels by itself, and must not end the watch.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            TedoriMeter.ClosedDaysUnread.Add(1);
            logger.LogError(e, "The changes of closed days could not be read; those known before still hold.");
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClosedDays>().ApplyAsync(cancellation);
    }
}
