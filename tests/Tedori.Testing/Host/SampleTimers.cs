using Microsoft.Azure.Functions.Worker;

namespace Tedori.Testing.Host;

/// <summary>Two timers: one that notes each run, and one before it that fails while it is told to.</summary>
public sealed class SampleTimers(SampleTimers.Log log)
{
    [Function("B-Hourly")]
    public Task HourlyAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        log.Runs.Add(timer);
        return Task.CompletedTask;
    }

    [Function("A-Failing")]
    public void Fail([TimerTrigger("0 30 * * * *")] TimerInfo timer)
    {
        log.Attempts++;
        if (log.Fails)
            throw new TimeoutException($"Past due: {timer.IsPastDue}.");
    }

    public sealed class Log
    {
        public List<TimerInfo> Runs { get; } = [];

        public int Attempts { get; set; }

        public bool Fails { get; set; }
    }
}
