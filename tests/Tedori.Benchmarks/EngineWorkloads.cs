using Microsoft.DurableTask;
using NodaTime;
using Tedori.Engine;

namespace Tedori.Benchmarks;

/// <summary>The workloads of one process: activities, timers, events.</summary>
internal static class EngineWorkloads
{
    /// <summary>W1: orchestrations of five trivial activities in sequence, from first start to last end.</summary>
    public static async Task<BenchResult> ActivitiesAsync(int n)
    {
        await using var bench = await BenchFolder.OpenAsync(RunningTimeline.FromSystemClock());
        var mark = bench.Mark();
        var clock = new LapClock(n);
        await Task.WhenAll(Enumerable.Range(0, n).Select(async i =>
        {
            var start = LapClock.Start();
            var id = await bench.Engine.Client.ScheduleNewOrchestrationInstanceAsync(
                BenchOrchestrations.Five, i, new StartOrchestrationOptions(IdOf(i)));
            await bench.Engine.Client.WaitForInstanceCompletionAsync(id);
            clock.Stop(i, start);
        }));
        return clock.Result("W1", bench, mark);
    }

    /// <summary>W2: instances that wait for an event or a timer, all due at once; from that instant on.</summary>
    public static async Task<BenchResult> TimersAsync(int n)
    {
        var timeline = new VirtualTimeline(SystemClock.Instance.GetCurrentInstant());
        await using var bench = await BenchFolder.OpenAsync(timeline);
        await StartWaitingAsync(bench.Engine, n);
        var due = bench.Engine.NextDue ?? throw new InvalidOperationException("No timer is due.");
        var client = bench.Engine.Client;
        var ends = Enumerable.Range(0, n).Select(i => client.WaitForInstanceCompletionAsync(IdOf(i))).ToList();
        await bench.Engine.WhenIdleAsync();
        var mark = bench.Mark();
        var clock = new LapClock(n);
        var start = LapClock.Start();
        timeline.AdvanceTo(due);
        await Task.WhenAll(ends.Select(async (end, i) =>
        {
            await end;
            clock.Stop(i, start);
        }));
        return clock.Result("W2", bench, mark);
    }

    /// <summary>W3: one event to each waiting instance; from the first event to the last end.</summary>
    public static async Task<BenchResult> EventsAsync(int n)
    {
        await using var bench = await BenchFolder.OpenAsync(RunningTimeline.FromSystemClock());
        await StartWaitingAsync(bench.Engine, n);
        var mark = bench.Mark();
        var clock = new LapClock(n);
        await Task.WhenAll(Enumerable.Range(0, n).Select(async i =>
        {
            var start = LapClock.Start();
            await bench.Engine.Client.RaiseEventAsync(IdOf(i), BenchOrchestrations.Go, i);
            await bench.Engine.Client.WaitForInstanceCompletionAsync(IdOf(i));
            clock.Stop(i, start);
        }));
        return clock.Result("W3", bench, mark);
    }

    public static string IdOf(int i) => $"bench-{i:D6}";

    public static async Task StartWaitingAsync(DurableEngine engine, int n)
    {
        await Task.WhenAll(Enumerable.Range(0, n).Select(i => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            BenchOrchestrations.Wait, null, new StartOrchestrationOptions(IdOf(i)))));
        await engine.WhenIdleAsync();
    }
}
