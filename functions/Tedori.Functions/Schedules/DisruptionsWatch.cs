using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Schedules;

/// <summary>
/// Reads moved windows and declared outages, for what is shown. Whether something is late is asked of the record itself.
/// </summary>
public sealed class DisruptionsWatch(
    IServiceScopeFactory scopes, ILogger<DisruptionsWatch> logger, TimeProvider? time = null) : HalfMinuteWatch(scopes, time)
{
    /// <inheritdoc/>
    protected override Task ReadAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<Disruptions>().ApplyAsync(cancellation);

    /// <inheritdoc/>
    protected override void Failed(Exception exception)
    {
        TedoriMeter.DisruptionsUnread.Add(1);
        logger.LogError(exception, "Moved windows and outages could not be read; those known before still hold.");
    }
}
