using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Schedules;

/// <summary>
/// In every process: reads moved windows and declared outages at its start and every half minute, for what is shown.
/// Whether something is late is asked of the record itself.
/// </summary>
public sealed class DisruptionsWatch(
    IServiceScopeFactory scopes, ILogger<DisruptionsWatch> logger, TimeProvider? time = null) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
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
            logger.LogError(e, "Moved windows and outages could not be read; those known before still hold.");
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Disruptions>().ApplyAsync(cancellation);
    }
}
