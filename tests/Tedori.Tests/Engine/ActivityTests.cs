using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class ActivityTests
{
    [Fact]
    public async Task Activities_AThousandAtOnce_AllAnswer()
    {
        await using var f = await EngineFixture.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Fan", async (c, n) =>
                (await Task.WhenAll(Enumerable.Range(0, n).Select(i => c.CallActivityAsync<int>("Same", i)))).Sum())
            .AddActivityFunc<int, int>("Same", (_, n) => n));
        Assert.Equal(499_500, await f.RunAsync<int>("Fan", 1_000));
    }
}
