using Tedori.Engine;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

/// <summary>An engine with one instance that waits day after day.</summary>
internal static class Days
{
    public static async Task<EngineFixture> StartAsync(
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
