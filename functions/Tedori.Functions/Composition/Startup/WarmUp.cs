using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Directory;

namespace Tedori.Functions.Composition.Startup;

/// <summary>
/// In every process, beside its first requests: rehearses an entry, then reads the list of cases into memory, so that
/// neither the first company nor the first member of staff waits for that. Nothing waits for it, and where the store is
/// away for a while it comes back.
/// </summary>
public sealed class WarmUp(
    IServiceScopeFactory scopes, Rehearsal rehearsal, IHostApplicationLifetime lifetime, ILogger<WarmUp> logger)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The first pause before the store is asked again; each that follows is twice as long, up to a minute.
    /// </summary>
    internal TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await RehearseAsync(stoppingToken);
            for (var pause = Shortest; !await TryReadAsync(pause, stoppingToken); pause = Next(pause))
                await Task.Delay(pause, stoppingToken);
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug(e, "The host stopped before the process was warm.");
        }
    }

    private static TimeSpan Next(TimeSpan pause) => pause * 2 < Longest ? pause * 2 : Longest;

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var waiting = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }

    private async Task RehearseAsync(CancellationToken cancellation)
    {
        try
        {
            var receipts = await rehearsal.RunAsync(cancellation);
            if (receipts < Rehearsal.Companies)
                logger.LogWarning("The rehearsal of entries came to {Receipts} receipts only.", receipts);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "The rehearsal of an entry failed; the first entries will take longer.");
        }
    }

    private async Task<bool> TryReadAsync(TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CaseDirectory>().ReadAheadAsync(cancellation);
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(e, "The cases could not be read ahead; tried again in {Seconds} s.", pause.TotalSeconds);
            return false;
        }
    }
}
