using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

/// <summary>A story that is played on the engine's thread: what is done there, and what happens around it.</summary>
public sealed class PlayTests
{
    [Fact]
    public async Task Play_WithWorkToDo_DoesItOnTheEnginesThreadAndGoesOnThereAfterEachWait()
    {
        await using var f = await Days.StartAsync();
        var threads = new HashSet<int>();
        var asked = new List<Instant?>();

        await f.Engine.PlayAsync(due =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            asked.Add(due);
            return asked.Count > 3 ? IdleStep.Stop : IdleStep.Do(async () =>
            {
                await f.BeginAsync("Days", id: $"more-{asked.Count}");
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Yield();
                threads.Add(Environment.CurrentManagedThreadId);
            });
        }).WaitAsync(Patience.Limit);

        Assert.Single(threads);
        Assert.Equal(4, asked.Count);
        foreach (var id in new[] { "more-1", "more-2", "more-3" })
            Assert.NotNull(await f.Engine.Client.GetInstanceAsync(id));
    }

    [Fact]
    public async Task Play_WithWorkThatThrows_FailsItsCallerAndNotTheEngine()
    {
        await using var f = await Days.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => f.Engine.PlayAsync(_ => IdleStep.Do(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("no");
        })).WaitAsync(Patience.Limit));

        await f.PlayAsync();
        Assert.Null(f.Engine.Failure);
    }

    [Fact]
    public async Task Play_WithWorkUnderWay_IsIdleForOthersOnlyWhenItHasEnded()
    {
        await using var f = await Days.StartAsync();
        var (gate, ended) = (new TaskCompletionSource(), false);
        var work = new TaskCompletionSource();
        var played = f.Engine.PlayAsync(_ => ended ? IdleStep.Stop : IdleStep.Do(async () =>
        {
            work.SetResult();
            await gate.Task;
            ended = true;
        }));
        await work.Task.WaitAsync(Patience.Limit);
        var idle = f.Engine.WhenIdleAsync();
        await f.BeginAsync("Days", id: "beside");

        Assert.False(idle.IsCompleted);
        gate.SetResult();
        await idle.WaitAsync(Patience.Limit);

        Assert.True(ended);
        await played.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Play_WithoutAnythingDue_IsAskedAllTheSame()
    {
        await using var f = await Days.StartAsync();
        await f.PlayAsync();
        var asked = new List<Instant?>();

        await f.Engine.PlayAsync(due =>
        {
            asked.Add(due);
            return IdleStep.Stop;
        }).WaitAsync(Patience.Limit);

        Assert.Equal([null], asked);
    }

    [Fact]
    public async Task Dispose_WhileWorkWaits_EndsItElsewhere()
    {
        var f = await Days.StartAsync();
        var (gate, begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var played = f.Engine.PlayAsync(_ => IdleStep.Do(async () =>
        {
            begun.SetResult();
            await gate.Task;
            ended.SetResult();
        }));
        await begun.Task.WaitAsync(Patience.Limit);

        await f.DisposeAsync();
        gate.SetResult();

        await ended.Task.WaitAsync(Patience.Limit);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => played.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task RunsActivitiesItself_WithManyAtOnce_BeginsThemInTheirOrderOnOneThread()
    {
        var (order, threads) = (new List<int>(), new HashSet<int>());
        await using var f = await EngineFixture.StartAsync(
            r => r.AddActivityFunc<int, int>("Note", async (_, n) =>
            {
                order.Add(n);
                await Task.Yield();
                threads.Add(Environment.CurrentManagedThreadId);
                return n;
            }).AddOrchestratorFunc("All", async c => await Task.WhenAll(
                Enumerable.Range(0, 100).Select(n => c.CallActivityAsync<int>("Note", n)))),
            o => o with { RunsActivitiesItself = true });
        await f.BeginAsync("All", id: "all");
        await f.IdleAsync();

        Assert.Equal(Enumerable.Range(0, 100), order);
        Assert.Single(threads);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("all")).RuntimeStatus);
    }
}
