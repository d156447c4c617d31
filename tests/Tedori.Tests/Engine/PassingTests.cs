using Microsoft.DurableTask.Client;
using NodaTime;

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

    private static async Task<EngineFixture> StartAsync()
    {
        var fixture = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Days", async c =>
        {
            for (var day = 0; day < 5; day++)
                await c.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        }));
        await fixture.BeginAsync("Days", id: "days");
        return fixture;
    }
}
