using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Tedori.Functions.Schedules;

/// <summary>
/// In every process: reads something at its start, before the first request, and every half minute. A timer trigger would
/// run in one.
/// </summary>
public abstract class HalfMinuteWatch(IServiceScopeFactory scopes, TimeProvider? time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads it; what fails at the start keeps the process from starting.</summary>
    /// <param name="services">The services of one reading.</param>
    /// <param name="cancellation">Ends the reading.</param>
    protected abstract Task ReadAsync(IServiceProvider services, CancellationToken cancellation);

    /// <summary>Tells of a reading that failed; what was read before goes on to hold.</summary>
    protected abstract void Failed(Exception exception);

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
            Failed(e);
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await ReadAsync(scope.ServiceProvider, cancellation);
    }
}
