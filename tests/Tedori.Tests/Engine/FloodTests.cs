using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

/// <summary>More calls at once than a batch has room for.</summary>
public sealed class FloodTests
{
    private const int Flood = 10_000;

    [Fact]
    public async Task FloodOfStarts_IsWrittenInBatchesOfBoundedSize()
    {
        using var disk = new SlowDisk();
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick, disk.Under);
        var starts = await BeginFloodAsync(f, disk);
        disk.Release();
        await Task.WhenAll(starts).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        Assert.InRange(disk.Batches.Max(b => b.Count), 1_000, 5_000);
        var ended = f.Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed]));
        Assert.Equal(Flood + 1, await ended.CountAsync());
    }

    [Fact]
    public async Task FloodOfStarts_OfLongerWork_EndsWhatHasBegunBeforeItBeginsMore()
    {
        int open = 0, most = 0;
        await using var f = await EngineFixture.StartAsync(
            r =>
            {
                r.AddActivityFunc<bool>("Begin", _ => Raise(ref most, Interlocked.Increment(ref open)));
                r.AddActivityFunc("Go on", (TaskActivityContext _) => { });
                r.AddActivityFunc<bool>("End", _ => Interlocked.Decrement(ref open) >= 0);
                r.AddOrchestratorFunc("Longer", async c =>
                {
                    await c.CallActivityAsync<bool>("Begin");
                    for (var i = 0; i < 4; i++) await c.CallActivityAsync("Go on");
                    await c.CallActivityAsync<bool>("End");
                });
            },
            o => o with { FullSync = true });
        await Task.WhenAll(Enumerable.Range(0, Flood).Select(_ => f.BeginAsync("Longer"))).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        Assert.Equal(0, open);
        Assert.InRange(most, 1, Flood / 2);
    }

    private static bool Raise(ref int most, int now)
    {
        int known;
        while ((known = Volatile.Read(ref most)) < now) Interlocked.CompareExchange(ref most, now, known);
        return true;
    }

    [Fact]
    public async Task Waiter_BehindAStartThatIsQueued_WaitsForIt()
    {
        using var disk = new SlowDisk();
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick, disk.Under);
        var starts = await BeginFloodAsync(f, disk);
        var last = f.BeginAsync("Quick", id: "last");
        var end = f.Client.WaitForInstanceCompletionAsync("last");
        disk.Release();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await end.WaitAsync(Patience.Limit)).RuntimeStatus);
        await Task.WhenAll([.. starts, last]).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Waiter_OfAnInstanceThatHasEnded_PassesTheFlood()
    {
        using var disk = new SlowDisk();
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick, disk.Under);
        disk.Release();
        await f.BeginAsync("Quick", id: "early");
        await f.IdleAsync();
        disk.Hold();
        var starts = await BeginFloodAsync(f, disk);
        var end = await f.Client.WaitForInstanceCompletionAsync("early").WaitAsync(Patience.Limit);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.DoesNotContain(starts, s => s.IsCompleted);
        disk.Release();
        await Task.WhenAll(starts).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Timer_DueDuringAFlood_FiresBeforeTheFloodIsOver()
    {
        using var disk = new SlowDisk();
        await using var f = await EngineFixture.StartAsync(
            r =>
            {
                OrderTests.Quick(r);
                r.AddOrchestratorFunc("Timer", c => c.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None));
            },
            disk.Under);
        disk.Release();
        await f.BeginAsync("Timer", id: "t");
        await f.IdleAsync();
        disk.Hold();
        var starts = await BeginFloodAsync(f, disk);
        var before = disk.Batches.Count;
        f.Time.AdvanceTo(f.Engine.NextDue!.Value);
        disk.Release();
        await Task.WhenAll(starts).WaitAsync(Patience.Limit);
        await f.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("t")).RuntimeStatus);
        var fired = disk.Batches.Skip(before).TakeWhile(keys => !keys.Contains(1)).Count();
        Assert.InRange(fired, 0, 2);
        Assert.InRange(disk.Batches.Count - before, 5, int.MaxValue);
    }

    [Fact]
    public async Task Starts_BeforeTheEngineRuns_AreAnsweredThoughTurnsWait()
    {
        using var disk = new SlowDisk();
        using var folder = new TemporaryFolder();
        var registry = new DurableTaskRegistry();
        OrderTests.Quick(registry);
        await using var engine = await DurableEngine.OpenAsync(
            disk.Under(new EngineOptions { DataFolder = folder.Path, Registry = registry }));
        var first = engine.Client.ScheduleNewOrchestrationInstanceAsync("Quick");
        await disk.Reached.WaitAsync(Patience.Limit);
        var second = engine.Client.ScheduleNewOrchestrationInstanceAsync("Quick");
        disk.Release();
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Close_WhileTurnsAreAtHand_WritesWhatIsDoneAndEnds()
    {
        using var disk = new SlowDisk();
        var f = await EngineFixture.StartAsync(OrderTests.Quick, disk.Under);
        var starts = await BeginFloodAsync(f, disk);
        var closed = f.Engine.DisposeAsync().AsTask();
        for (var waited = Stopwatch.StartNew(); !IsClosing(f); await Task.Yield())
            Assert.True(waited.Elapsed < Patience.Limit, "It does not close.");
        disk.Release();
        await closed.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAll(starts).WaitAsync(TimeSpan.FromMinutes(1));
        Directory.Delete(f.Folder, recursive: true);
    }

    private static bool IsClosing(EngineFixture f) =>
        Record.Exception(() => { _ = f.Engine.WhenIdleAsync(); }) is ObjectDisposedException;

    /// <summary>Starts so many that they wait behind a batch which the disk does not finish.</summary>
    private static async Task<List<Task>> BeginFloodAsync(EngineFixture f, SlowDisk disk)
    {
        var starts = new List<Task> { f.BeginAsync("Quick") };
        await disk.Reached.WaitAsync(Patience.Limit);
        for (var i = 0; i < Flood; i++) starts.Add(f.BeginAsync("Quick"));
        return starts;
    }

    /// <summary>Holds the writer's batches back until it is told to let them pass.</summary>
    private sealed class SlowDisk : IDisposable
    {
        private readonly ManualResetEventSlim pass = new();
        private readonly SemaphoreSlim reached = new(0);

        /// <summary>The keys of the instances in each batch.</summary>
        public ConcurrentQueue<List<long>> Batches { get; } = [];

        public SemaphoreSlim Reached => reached;

        /// <summary>An engine on it: what it writes must reach it, so its writer works beside its dispatcher.</summary>
        public EngineOptions Under(EngineOptions options) => options with { Observer = Observe, FullSync = true };

        private void Observe(List<RowChange> changes)
        {
            Batches.Enqueue(changes.ConvertAll(c => c.Key));
            if (!pass.IsSet) reached.Release();
            if (!pass.Wait(Patience.Limit)) pass.Set();
        }

        public void Hold() => pass.Reset();

        public void Release() => pass.Set();

        public void Dispose()
        {
            pass.Set();
            reached.Dispose();
        }
    }
}
