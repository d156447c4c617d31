using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Functions.Papers;
using Tedori.Workflows.Health;

namespace Tedori.Functions.Composition.Startup;

/// <summary>
/// Before anything is served: refuses to start over records that are lost or of another installation. Where a store does
/// not answer, the app starts all the same, and its health tells.
/// </summary>
internal sealed class StartGuard(IServiceScopeFactory scopes, PaperFont font, ILogger<StartGuard> logger) : IHostedService
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nothing may be served; the message says why.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await FaultAsync(cancellationToken) is { } fault)
            throw new InvalidOperationException(fault);
        if (font.Fault is not null)
            logger.LogWarning("Papers are not offered as PDF. {Fault}", font.Fault);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<string?> FaultAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var check = scope.ServiceProvider.GetRequiredService<StartCheck>();
            if (await check.RecordsAsync(cancellation) is { } fault)
                return fault;
            if (!await check.KeysAsync(cancellation))
                logger.LogCritical("The keys of links and sessions are damaged or lost: links sent before open nothing. Restore them.");
            return null;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "Whether the records are whole could not be found out at the start.");
            return null;
        }
    }
}
