using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Local.Host;

/// <summary>Runs the timer triggers of the app. When each ran last is on record, so that a missed time is made up for once.</summary>
internal sealed class TimerTriggers
{
    private const string Partition = "timers";
    private static readonly Duration PastDue = Duration.FromSeconds(30);

    private readonly IServiceProvider services;
    private readonly IRecords records;
    private readonly List<(FunctionEntry Function, CronSchedule Schedule)> timers;
    private readonly Dictionary<string, Instant> next = [];

    public TimerTriggers(FunctionCatalog catalog, IServiceProvider services)
    {
        this.services = services;
        records = services.GetRequiredService<IRecords>();
        timers = [.. catalog.With<TimerTriggerAttribute>().Select(t => (t.Function, CronSchedule.Parse(t.Trigger.Schedule)))];
    }

    /// <summary>Runs what is due at an instant; answers with how many ran.</summary>
    public async Task<int> RunDueAsync(Instant now, CancellationToken cancellation)
    {
        var ran = 0;
        foreach (var (function, schedule) in timers)
        {
            var due = await DueAsync(function, schedule, now, cancellation);
            if (due > now)
                continue;
            await RunAsync(function, schedule, due, now, cancellation);
            ran++;
        }

        return ran;
    }

    private async Task<Instant> DueAsync(FunctionEntry function, CronSchedule schedule, Instant now, CancellationToken cancellation)
    {
        if (next.TryGetValue(function.Name, out var known))
            return known;
        var row = await records.ReadAsync(RecordSet.Office, Partition, function.Name, cancellation);
        return next[function.Name] = schedule.Next(row is null ? now : TedoriJson.Read<Instant>(row.Body));
    }

    private async Task RunAsync(
        FunctionEntry function, CronSchedule schedule, Instant due, Instant now, CancellationToken cancellation)
    {
        // Also where it fails: as on the Functions host, it then waits for its next time.
        next[function.Name] = schedule.Next(now);
        await using var scope = services.CreateAsyncScope();
        var timer = new TimerInfo
        {
            IsPastDue = now > due + PastDue,
            ScheduleStatus = new() { Last = due.ToDateTimeUtc(), Next = next[function.Name].ToDateTimeUtc(), LastUpdated = now.ToDateTimeUtc() },
        };
        await function.InvokeAsync(scope.ServiceProvider, parameter =>
            parameter.ParameterType == typeof(TimerInfo) ? timer
            : parameter.ParameterType == typeof(DurableTaskClient) ? scope.ServiceProvider.GetRequiredService<DurableTaskClient>()
            : parameter.ParameterType == typeof(CancellationToken) ? cancellation
            : throw new FunctionCatalogException($"Timer '{function.Name}' has a parameter that nobody can fill: {parameter.Name}."));
        await records.CommitAsync(RecordSet.Office, Partition, [new Write.Upsert(function.Name, TedoriJson.Write(now))], cancellation);
    }
}
