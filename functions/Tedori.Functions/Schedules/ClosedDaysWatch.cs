using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tedori.Workflows.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Functions.Schedules;

/// <summary>
/// Reads the changes of closed days: a process must not count business days by a table that two people have changed.
/// </summary>
public sealed class ClosedDaysWatch(
    IServiceScopeFactory scopes, ILogger<ClosedDaysWatch> logger, TimeProvider? time = null) : HalfMinuteWatch(scopes, time)
{
    /// <inheritdoc/>
    protected override Task ReadAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<ClosedDays>().ApplyAsync(cancellation);

    /// <inheritdoc/>
    protected override void Failed(Exception exception)
    {
        TedoriMeter.ClosedDaysUnread.Add(1);
        logger.LogError(exception, "The changes of closed days could not be read; those known before still hold.");
    }
}
