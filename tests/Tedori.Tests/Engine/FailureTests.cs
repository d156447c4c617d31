using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class FailureTests
{
    [Fact]
    public async Task Timer_OfTenYears_SurvivesARestartAndFiresOnTime()
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc("Long", async c =>
        {
            await c.CreateTimer(TimeSpan.FromDays(3_653), CancellationToken.None);
            return c.CurrentUtcDateTime;
        }));
        await f.BeginAsync("Long", id: "l");
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.AdvanceAsync(Duration.FromDays(3_653) - Duration.FromTicks(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await f.ReadAsync("l")).RuntimeStatus);
        await f.AdvanceAsync(Duration.FromTicks(1));
        Assert.Equal(
            (EngineFixture.Epoch + Duration.FromDays(3_653)).ToDateTimeUtc(),
            (await f.ReadAsync("l")).ReadOutputAs<DateTime>());
    }
}
