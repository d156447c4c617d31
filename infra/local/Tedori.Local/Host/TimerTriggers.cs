using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NCrontab;
using NodaTime;
using Tedori.Workflows.Records;

namespace Tedori.Local.Host;

/// <summary>
/// Runs the timer triggers of the app. When each ran last is on record, so that a missed time is made up for once.
/// </summary>
internal sealed class TimerTriggers
{
    private static readonly RowPartition Timers = new(RecordSet.Office, "timers");
    private static readonly Duration PastDue = Duration.FromSeconds(30);

    private readonly IServiceProvider services;
    private readonly IRecords records;
    private readonly List<(FunctionEntry Function, CronSchedule Schedule)> timers;
    private readonly Dictionary<string, Instant> next = [];

    public TimerTriggers(FunctionCatalog catalog, IServiceProvider services)
    {
        this.services = services;
        records = services.GetRequiredService<IRecords>();
        timers = [.. catalog.With<TimerTriggerAttribute>()
            .Select(t => (t.Function, CronSchedule.Parse(t.Trigger.Schedule)))];
    }

    /// <summary>Runs what is due at an instant; answers with how many ran.</summary>
    /// <exception cref="AggregateException">Some failed, after all had run; each has its next time.</exception>
    public async Task<int> RunDueAsync(Instant now, CancellationToken cancellation)
    {
        var ran = 0;
        var failures = new List<Exception>();
        foreach (var (function, schedule) in timers)
        {
            var due = await DueAsync(function, schedule, now, cancellation);
            if (due > now)
                continue;
            ran++;
            try
            {
                await RunAsync(function, schedule, due, now, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(e);
            }

            await KeepAsync(function, schedule, now, cancellation);
        }

        return failures.Count == 0 ? ran : throw new AggregateException(failures);
    }

    private async Task<Instant> DueAsync(
        FunctionEntry function, CronSchedule schedule, Instant now, CancellationToken cancellation)
    {
        if (next.TryGetValue(function.Name, out var known))
            return known;
        if (await records.ReadAsync(Timers.Row<Instant>(function.Name), cancellation) is { } row)
            return next[function.Name] = schedule.Next(row.Body);
        // Counted from now on also if the process ends before the first time.
        await KeepAsync(function, schedule, now, cancellation);
        return next[function.Name];
    }

    private async Task RunAsync(
        FunctionEntry function, CronSchedule schedule, Instant due, Instant now, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var timer = new TimerInfo
        {
            IsPastDue = now > due + PastDue,
            ScheduleStatus = new()
            {
                Last = due.ToDateTimeUtc(),
                Next = schedule.Next(now).ToDateTimeUtc(),
                LastUpdated = now.ToDateTimeUtc(),
            },
        };
        var provider = scope.ServiceProvider;
        await function.InvokeAsync(provider, parameter =>
            parameter == function.TriggerParameter ? timer
            : parameter.ParameterType == typeof(DurableTaskClient) ? provider.GetRequiredService<DurableTaskClient>()
            : cancellation);
    }

    private async Task KeepAsync(
        FunctionEntry function, CronSchedule schedule, Instant now, CancellationToken cancellation)
    {
        await records.CommitAsync(Timers.Row<Instant>(function.Name).Upsert(now), cancellation);
        next[function.Name] = schedule.Next(now);
    }
}

/// <summary>
/// A schedule of a timer trigger, read as the Functions host reads it: six fields from second to day of week, UTC.
/// </summary>
internal sealed class CronSchedule
{
    // A date that comes at all comes within eight years: 29 February may leave out a century.
    private const int Years = 8;

    private static readonly CrontabSchedule.ParseOptions Format = new() { IncludingSeconds = true };

    private readonly CrontabSchedule schedule;

    private CronSchedule(CrontabSchedule schedule) => this.schedule = schedule;

    /// <summary>Parses a schedule.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static CronSchedule Parse(string text)
    {
        try
        {
            return new(CrontabSchedule.Parse(text, Format));
        }
        catch (CrontabException reason)
        {
            throw new FormatException($"The schedule '{text}' cannot be read: {reason.Message}", reason);
        }
    }

    /// <summary>The first time after an instant (exclusive).</summary>
    /// <exception cref="InvalidOperationException">There is none within eight years.</exception>
    public Instant Next(Instant after)
    {
        var start = after.ToDateTimeUtc();
        var last = start.AddYears(Years).AddDays(1);
        var next = schedule.GetNextOccurrence(start, last);
        return next < last
            ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(next, DateTimeKind.Utc))
            : throw new InvalidOperationException($"The schedule '{schedule}' never comes.");
    }
}
