using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Engine;

public sealed class MemoryTests
{
    private const int Waiting = 100_000;
    private const int MostMebibytes = 600;

    [Fact]
    public async Task HundredThousandWaiting_InAProcessOfTheirOwn_FitInSixHundredMebibytes()
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["exec", typeof(WaitingCrowd).Assembly.Location, "wait", folder.Path, $"{Waiting}"])
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync();
        var line = await child.StandardOutput.ReadToEndAsync().WaitAsync(Patience.Limit);
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, await error);
        var told = line.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([Waiting, 7], told[..2]);
        Assert.True(told[2] / 1024 <= MostMebibytes, $"It took {told[2] / 1024} MiB.");
    }

    [Fact]
    public async Task Event_ForARecentlyUsedInstance_ReplaysNothing()
    {
        await using var f = await EngineFixture.StartAsync(LongStory);
        await f.BeginAsync("Long", id: "l");
        for (var i = 0; i < 200; i++)
        {
            await f.Client.RaiseEventAsync("l", "x", i);
            await f.IdleAsync();
        }
        Assert.Equal((0, 0), f.Engine.Replayed);
    }

    [Fact]
    public async Task Event_ForAnInstanceThatWasLetGo_ReplaysItsHistoryOnce()
    {
        await using var f = await EngineFixture.StartAsync(LongStory, o => o with { CachedInstances = 1 });
        await f.BeginAsync("Long", id: "l");
        for (var i = 0; i < 9; i++)
        {
            await f.Client.RaiseEventAsync("l", "x", i);
            await f.IdleAsync();
        }
        for (var i = 0; i < 2; i++) await f.BeginAsync("Long", id: $"other{i}");
        await f.IdleAsync();
        Assert.Equal((0, 0), f.Engine.Replayed);
        for (var i = 0; i < 5; i++)
        {
            await f.Client.RaiseEventAsync("l", "x", i);
            await f.IdleAsync();
        }
        Assert.Equal((1, 10), f.Engine.Replayed);
    }

    [Fact]
    public async Task Memory_ThatIsShort_IsTakenFromThoseThatEndedBeforeThoseThatWait()
    {
        await using var f = await EngineFixture.StartAsync(LongStory, o => o with { CachedInstances = 5 });
        await f.BeginAsync("Long", id: "waits");
        await f.IdleAsync();
        for (var i = 0; i < 20; i++)
        {
            await f.BeginAsync("Long", id: $"ends{i}");
            await f.Client.RaiseEventAsync($"ends{i}", "x", -1);
            await f.IdleAsync();
        }

        await f.Client.RaiseEventAsync("waits", "x", 1);
        await f.IdleAsync();
        Assert.Equal((0, 0), f.Engine.Replayed);
    }

    [Fact]
    public async Task Restart_WithManyWaiting_ReplaysNoneUntilItIsNeeded()
    {
        await using var f = await EngineFixture.StartAsync(LongStory);
        for (var i = 0; i < 50; i++) await f.BeginAsync("Long", id: $"l{i}");
        await f.IdleAsync();
        await f.ReopenAsync();
        await f.IdleAsync();
        Assert.Equal((0, 0), f.Engine.Replayed);
        await f.Client.RaiseEventAsync("l7", "x", 1);
        await f.IdleAsync();
        Assert.Equal((1, 1), f.Engine.Replayed);
    }

    private static void LongStory(DurableTaskRegistry registry) => registry.AddOrchestratorFunc("Long", async c =>
    {
        while (await c.WaitForExternalEvent<int>("x") >= 0)
        {
        }
    });
}
