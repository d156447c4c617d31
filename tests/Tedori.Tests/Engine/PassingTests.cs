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
        await using var f = await Days.StartAsync();
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
        await using var f = await Days.StartAsync();
        await f.PlayAsync();

        await f.Engine.WhenIdleAsync(_ => throw new InvalidOperationException()).WaitAsync(Patience.Limit);

        Assert.Null(f.Engine.NextDue);
    }

    [Fact]
    public async Task WhenIdle_BesideAnotherWaiter_MovesNothingBeforeThatOneWasReleased()
    {
        await using var f = await Days.StartAsync();
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
        await using var f = await Days.StartAsync();

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
        await using var f = await Days.StartAsync(100, o => o with { Observer = _ => batches++ });
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
        await using var f = await Days.StartAsync(30);
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

    private static bool Move(EngineFixture fixture, Instant due, Instant limit)
    {
        if (due > limit)
            return false;
        fixture.Time.AdvanceTo(due);
        return true;
    }
}
