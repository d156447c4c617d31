using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Schedules;

/// <summary>
/// Reads the programme files, so that a new year's file is served without a restart, and the cases of a year whose file is
/// gone from the record. A file with faults is told once and hides no other.
/// </summary>
public sealed class EditionWatch(
    IServiceScopeFactory scopes, EditionCatalog editions, ILogger<EditionWatch> logger, TimeProvider? time = null)
    : HalfMinuteWatch(scopes, time)
{
    private HashSet<string> told = [];

    /// <inheritdoc/>
    protected override async Task ReadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<EditionService>().ApplyAsync(cancellation);
        var faults = editions.Faults;
        foreach (var fault in faults.Where(f => !told.Contains(f)))
            logger.LogError("{Fault}", fault);
        told = [.. faults];
    }

    /// <inheritdoc/>
    protected override void Failed(Exception exception)
    {
        TedoriMeter.EditionsUnread.Add(1);
        logger.LogError(exception, "The programme files could not be read; those known before are still served.");
    }
}
