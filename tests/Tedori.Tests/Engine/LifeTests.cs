using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class LifeTests
{
    [Fact]
    public async Task Timer_NotDue_KeepsTheInstanceWaiting()
    {
        await using var f = await EngineFixture.StartAsync(Sleeper);
        var id = await f.BeginAsync("Sleep", 3);
        await f.IdleAsync();
        Assert.Equal(EngineFixture.Epoch + Duration.FromDays(3), f.Engine.NextDue);
        await f.AdvanceAsync(Duration.FromDays(3) - Duration.FromMilliseconds(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync(id)).RuntimeStatus);
        await f.AdvanceAsync(Duration.FromMilliseconds(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await f.ReadAsync(id)).RuntimeStatus);
        Assert.Null(f.Engine.NextDue);
    }

    [Fact]
    public async Task Timer_AfterRestart_StillFires()
    {
        await using var f = await EngineFixture.StartAsync(Sleeper);
        var id = await f.BeginAsync("Sleep", 400);
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.PlayAsync();
        Assert.Equal("2026-06-23", (await f.ReadAsync(id)).ReadOutputAs<string>());
    }

    private static void Sleeper(DurableTaskRegistry r) => r
        .AddOrchestratorFunc<int, string>("Sleep", async (c, days) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
            return c.CurrentUtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        });
}
