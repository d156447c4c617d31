using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Schedules;

/// <summary>
/// In every process: reads the programme files at its start and every half minute, so that a new year's file is served
/// without a restart. A file with faults is told once and hides no other.
/// </summary>
public sealed class EditionWatch(
    IServiceScopeFactory scopes, EditionCatalog editions, ILogger<EditionWatch> logger, TimeProvider? time = null)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private HashSet<string> told = [];

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: the cases of a year whose file is gone are served from the record.
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
            logger.LogError(e, "The programme files could not be read; those known before are still served.");
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EditionService>().ApplyAsync(cancellation);
        var faults = editions.Faults;
        foreach (var fault in faults.Where(f => !told.Contains(f)))
            logger.LogError("{Fault}", fault);
        told = [.. faults];
    }
}
