using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class TimerSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    private static readonly BackendOptions Split = new() { MaximumTimerInterval = TimeSpan.FromSeconds(1) };

    [SkippableFact]
    public Task Timer_Awaited_FiresWhenItIsDue() => SpecAsync(
        Sleeping, async b => AssertSlept(b, 400, await b.RunAsync<double>("Sleep", 400)));

    [SkippableFact]
    public Task Timer_LongerThanTheInterval_FiresWhenItIsDue() => SpecAsync(
        Sleeping, async b => AssertSlept(b, 2_500, await b.RunAsync<double>("Sleep", 2_500)), Split);

    [SkippableFact]
    public Task Timer_LongerThanTheIntervalAndARestart_FiresWhenItIsDue() => SpecAsync(
        Sleeping,
        async b =>
        {
            var id = await b.BeginAsync("Sleep", 2_500);
            await b.RunningAsync(id);
            await b.ReopenAsync();
            AssertSlept(b, 2_500, await b.OutputAsync<double>(id));
        },
        Split);

    [SkippableFact]
    public Task Timer_NotDue_KeepsTheInstanceWaiting() => SpecAsync(Sleeping, async b =>
    {
        var id = await b.BeginAsync("Sleep", 86_400_000);
        await b.RunningAsync(id);
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await b.ReadAsync(id)).RuntimeStatus);
    });

    [SkippableFact]
    public Task Timer_InThePast_FiresAtOnce() => SpecAsync(
        r => r.AddOrchestratorFunc("Past", async c =>
        {
            await c.CreateTimer(c.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "done";
        }),
        async b => Assert.Equal("done", await b.RunAsync<string>("Past")));

    [SkippableFact]
    public Task Timer_Cancelled_ThrowsWhenAwaited() => SpecAsync(
        r => r.AddOrchestratorFunc("Cancel", async c =>
        {
            using var stop = new CancellationTokenSource();
            var timer = c.CreateTimer(TimeSpan.FromMilliseconds(500), stop.Token);
            stop.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        }),
        async b => Assert.Equal("cancelled", await b.RunAsync<string>("Cancel")));

    [SkippableFact]
    public Task Timer_LosingARace_FiresIntoTheVoid() => SpecAsync(
        r => r.AddOrchestratorFunc("Race", async c =>
        {
            using var stop = new CancellationTokenSource();
            var late = c.CreateTimer(TimeSpan.FromSeconds(2), stop.Token);
            var soon = c.CreateTimer(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            var won = await Task.WhenAny(late, soon) == soon;
            stop.Cancel();
            return won && await c.WaitForExternalEvent<bool>("x");
        }),
        async b =>
        {
            var id = await b.BeginAsync("Race");
            await b.RunningAsync(id);
            await b.PassAsync(TimeSpan.FromMilliseconds(2_200));
            await b.RaiseAsync(id, "x", true);
            Assert.True(await b.OutputAsync<bool>(id));
        });

    [SkippableFact]
    public Task Timers_OfOneInstance_FireByDueTime() => SpecAsync(
        r => r.AddOrchestratorFunc("Tell", async c =>
        {
            var seen = new List<int>();
            async Task After(int ms)
            {
                await c.CreateTimer(TimeSpan.FromMilliseconds(ms), CancellationToken.None);
                seen.Add(ms);
            }
            await Task.WhenAll(After(2_100), After(100), After(1_100));
            return seen;
        }),
        async b => Assert.Equal("100 1100 2100", string.Join(' ', (await b.RunAsync<int[]>("Tell"))!)));

    [SkippableFact]
    public Task CurrentTime_WithinATurn_StandsStill() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Clock", async c =>
            {
                var seen = c.CurrentUtcDateTime;
                for (var i = 0; i < 3; i++)
                {
                    if (c.CurrentUtcDateTime != seen) return "moved";
                    await c.CallActivityAsync<int>("One");
                    seen = c.CurrentUtcDateTime;
                }
                return "still";
            })
            .AddActivityFunc("One", _ => 1),
        async b => Assert.Equal("still", await b.RunAsync<string>("Clock")));

    private static void AssertSlept(Backend b, double asked, double slept) =>
        b.AssertWaited(TimeSpan.FromMilliseconds(asked), TimeSpan.FromMilliseconds(slept));

    private static void Sleeping(DurableTaskRegistry r) => r
        .AddOrchestratorFunc<int, double>("Sleep", async (c, ms) =>
        {
            var start = c.CurrentUtcDateTime;
            await c.CreateTimer(TimeSpan.FromMilliseconds(ms), CancellationToken.None);
            return (c.CurrentUtcDateTime - start).TotalMilliseconds;
        });
}
