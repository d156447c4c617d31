using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class StartTests
{
    [Fact]
    public async Task Start_OfARunningId_IsRefused()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        await f.BeginAsync("Wait", id: "w");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => f.BeginAsync("Wait", id: "w"));
        Assert.Contains("'w' already exists", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("")]
    public async Task Start_WithAnIdThatAzureForbids_IsRefused(string id)
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Quick);
        await Assert.ThrowsAsync<ArgumentException>(() => f.BeginAsync("Quick", id: id));
    }

    [Fact]
    public async Task WaitForStart_OfADelayedStart_WaitsForIt()
    {
        await using var f = await EngineFixture.StartAsync(OrderTests.Waiting);
        var at = (EngineFixture.Epoch + Duration.FromHours(1)).ToDateTimeOffset();
        await f.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("w", at));
        var start = f.Client.WaitForInstanceStartAsync("w");
        await f.IdleAsync();
        Assert.False(start.IsCompleted);
        await f.PlayAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await start).RuntimeStatus);
    }
}
