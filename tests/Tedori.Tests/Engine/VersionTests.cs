using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Tests.Engine;

public sealed class VersionTests
{
    [Theory]
    [InlineData("1.2.0", "1.10.0", -1)]
    [InlineData("2.0", "2.0", 0)]
    [InlineData("3.0.0", "2.9.9", 1)]
    [InlineData("", "1.0", -1)]
    [InlineData("beta", "alpha", 1)]
    public async Task CompareVersionTo_AnotherVersion_OrdersThem(string own, string other, int expected)
    {
        await using var f = await EngineFixture.StartAsync(r => r.AddOrchestratorFunc(
            "Compare", c => Math.Sign(c.CompareVersionTo(other))));
        var options = new StartOrchestrationOptions("c") { Version = new TaskVersion(own) };
        await f.Client.ScheduleNewOrchestrationInstanceAsync("Compare", options);
        await f.IdleAsync();
        Assert.Equal(expected, (await f.ReadAsync("c")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Version_OfARunningInstance_StaysWhenTheEnginesOwnGrows()
    {
        await using var f = await EngineFixture.StartAsync(Branching, o => o with { Version = "1.0" });
        await f.BeginAsync("Branch", id: "old");
        await f.IdleAsync();
        await f.ReopenAsync(adjust: o => o with { Version = "2.0" });
        await f.BeginAsync("Branch", id: "new");
        foreach (var id in (string[])["old", "new"]) await f.Client.RaiseEventAsync(id, "x", 1);
        await f.IdleAsync();
        Assert.Equal("as before 2", (await f.ReadAsync("old")).ReadOutputAs<string>());
        Assert.Equal("as of 2", (await f.ReadAsync("new")).ReadOutputAs<string>());
    }

    private static void Branching(DurableTaskRegistry registry) => registry.AddOrchestratorFunc("Branch", async c =>
    {
        await c.WaitForExternalEvent<int>("x");
        return c.CompareVersionTo("2.0") >= 0 ? "as of 2" : "as before 2";
    });
}
