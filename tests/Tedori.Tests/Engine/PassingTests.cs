using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

/// <summary>Time that the engine moves on by itself, as far as its caller lets it.</summary>
public sealed class PassingTests
{
    private static readonly Instant Limit = EngineFixture.Epoch + Duration.FromDays(3);

    [Fact]
    public async Task WhenIdle_WithAMover_PlaysEachDueInstantUpToWhereItSaysNo()
    {
        await using var f = await StartAsync();
        var asked = new List<double>();

        await f.Engine.WhenIdleAsync(due =>
        {
            asked.Add((due - EngineFixture.Epoch).TotalDays);
            if (due > Limit)
                return false;
            f.Time.AdvanceTo(due);
            return true;
        }).WaitAsync(Patience.Limit);

        Assert.Equal([1, 2, 3, 4], asked);
        Assert.Equal(Limit, f.Time.GetCurrentInstant());
        Assert.Equal(EngineFixture.Epoch + Duration.FromDays(4), f.Engine.NextDue);
    }

    [Fact]
    public async Task WhenIdle_WithNothingDue_CompletesWithoutAsking()
    {
        await using var f = await StartAsync();
        await f.PlayAsync();

        await f.Engine.WhenIdleAsync(_ => throw new InvalidOperationException()).WaitAsync(Patience.Limit);

        Assert.Null(f.Engine.NextDue);
    }

    [Fact]
    public async Task WhenIdle_BesideAnotherWaiter_MovesNothingBeforeThatOneWasReleased()
    {
        await using var f = await StartAsync();
        var plain = f.Engine.WhenIdleAsync();
        var before = new List<bool>();

        await f.Engine.WhenIdleAsync(due =>
        {
            before.Add(plain.IsCompleted);
            return false;
        }).WaitAsync(Patience.Limit);
        await plain.WaitAsync(Patience.Limit);

        Assert.Equal([true], before);
    }

    [Fact]
    public async Task WhenIdle_WithAMoverThatThrows_FailsItsCallerAndNotTheEngine()
    {
        await using var f = await StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            f.Engine.WhenIdleAsync(_ => throw new InvalidOperationException("no")).WaitAsync(Patience.Limit));

        await f.PlayAsync();
        Assert.Null(f.Engine.Failure);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("days")).RuntimeStatus);
    }

    [Fact]
    public async Task WhenIdle_WhileTimersFollowTimers_WritesManyTurnsTogetherAndAllBeforeItAnswers()
    {
        var batches = 0;
        await using var f = await StartAsync(100, o => o with { Observer = _ => batches++ });
        await f.IdleAsync();
        batches = 0;

        await f.Engine.WhenIdleAsync(due => Move(f, due, EngineFixture.Epoch + Duration.FromDays(90)))
            .WaitAsync(Patience.Limit);

        Assert.Equal(1, batches);
        await f.ReopenAsync();
        await f.IdleAsync();
        Assert.Equal(EngineFixture.Epoch + Duration.FromDays(91), f.Engine.NextDue);
    }

    [Fact]
    public async Task WhenIdle_WithAnActivityToDo_WritesWhatWasHeldBeforeItBegins()
    {
        var (batches, seen) = (0, new List<int>());
        await using var f = await EngineFixture.StartAsync(
            r => r.AddActivityFunc<int, int>("Look", (_, n) =>
            {
                seen.Add(batches);
                return n;
            }).AddOrchestratorFunc("Days", async c =>
            {
                for (var day = 0; day < 20; day++)
                    await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await c.CallActivityAsync<int>("Look", 1);
            }),
            o => o with { Observer = _ => batches++, RunsActivitiesItself = true });
        await f.BeginAsync("Days", id: "days");
        await f.IdleAsync();
        batches = 0;

        await f.Engine.WhenIdleAsync(due => Move(f, due, Instant.MaxValue)).WaitAsync(Patience.Limit);

        Assert.Equal([1], seen);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync("days")).RuntimeStatus);
    }

    [Fact]
    public async Task LastChange_OfAFolderCopiedWhileTurnsWereHeld_IsWhereTheSameDaysAreDoneAgain()
    {
        await using var f = await StartAsync(30);
        await f.IdleAsync();
        using var crashed = new TemporaryFolder();
        await f.Engine.WhenIdleAsync(due =>
        {
            if (due == EngineFixture.Epoch + Duration.FromDays(10))
            {
                foreach (var file in Directory.GetFiles(f.Folder, "engine.db*"))
                    File.Copy(file, crashed[Path.GetFileName(file)]);
            }
            return Move(f, due, Instant.MaxValue);
        }).WaitAsync(Patience.Limit);

        var time = new VirtualTimeline(EngineFixture.Epoch);
        await using var again = await DurableEngine.OpenAsync(new EngineOptions
        {
            DataFolder = crashed.Path,
            Registry = f.Registry,
            Timeline = time,
            FullSync = false,
        });
        Assert.InRange(again.LastChange!.Value, EngineFixture.Epoch, EngineFixture.Epoch + Duration.FromDays(10));
        time.AdvanceTo(again.LastChange.Value);
        again.Start();
        await again.WhenIdleAsync(due =>
        {
            time.AdvanceTo(due);
            return true;
        }).WaitAsync(Patience.Limit);

        Assert.Equal(f.Time.GetCurrentInstant(), time.GetCurrentInstant());
        Assert.Equal(await f.Engine.ExportHistoryAsync("days"), await again.ExportHistoryAsync("days"));
    }

    [Fact]
    public async Task Play_WithWorkToDo_DoesItOnTheEnginesThreadAndGoesOnThereAfterEachWait()
    {
        await using var f = await StartAsync();
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
        await using var f = await StartAsync();

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
        await using var f = await StartAsync();
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
        await using var f = await StartAsync();
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
        var f = await StartAsync();
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

    private static bool Move(EngineFixture fixture, Instant due, Instant limit)
    {
        if (due > limit)
            return false;
        fixture.Time.AdvanceTo(due);
        return true;
    }

    private static async Task<EngineFixture> StartAsync(
        int days = 5, Func<EngineOptions, EngineOptions>? adjust = null)
    {
        var fixture = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Days", async c =>
        {
            for (var day = 0; day < days; day++)
                await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        }), adjust);
        await fixture.BeginAsync("Days", id: "days");
        return fixture;
    }
}
