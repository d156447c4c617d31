using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class ContinueAsNewSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task ContinueAsNew_OnEveryEvent_CarriesTheOthersOver() => SpecAsync(
        r => r.AddOrchestratorFunc<int, int>("Count", async (c, sum) =>
        {
            c.SetCustomStatus(sum);
            var add = await c.WaitForExternalEvent<int>("add");
            if (add == 0) return sum;
            c.ContinueAsNew(sum + add);
            return -1;
        }),
        async b =>
        {
            var id = await b.BeginAsync("Count", 0);
            for (var i = 1; i <= 10; i++) await b.RaiseAsync(id, "add", i);
            await b.UntilAsync(id, m => m.SerializedCustomStatus == "55");
            await b.RaiseAsync(id, "add", 0);
            Assert.Equal(55, await b.OutputAsync<int>(id));
        });

    [SkippableFact]
    public Task ContinueAsNew_PreservingEvents_LosesNone() => SpecAsync(Renewing(preserve: true), async b =>
    {
        var id = await b.BeginAsync("Renew", 0);
        for (var i = 0; i < 3; i++) await b.RaiseAsync(id, "x", i);
        await b.RaiseAsync(id, "go", 0);
        Assert.Equal(3, await b.OutputAsync<int>(id));
    });

    [SkippableFact]
    public Task ContinueAsNew_NotPreservingEvents_DropsThem() => SpecAsync(Renewing(preserve: false), async b =>
    {
        var id = await b.BeginAsync("Renew", 0);
        for (var i = 0; i < 3; i++) await b.RaiseAsync(id, "x", i);
        await b.RaiseAsync(id, "go", 0);
        await b.UntilAsync(id, m => m.SerializedCustomStatus == "\"anew\"");
        await b.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await b.ReadAsync(id)).RuntimeStatus);
    });

    [SkippableFact]
    public Task ContinueAsNew_WithANewInput_ShowsIt() => SpecAsync(Looping, async b =>
    {
        await b.BeginAsync("Loop", 0, "l");
        await b.RaiseAsync("l", "x", 1);
        var renewed = await b.UntilAsync("l", m => m.SerializedCustomStatus == "1");
        Assert.Equal(1, renewed.ReadInputAs<int>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, renewed.RuntimeStatus);
    });

    [SkippableFact]
    public Task ContinueAsNew_ThenARestart_GoesOnFromTheNewInput() => SpecAsync(Looping, async b =>
    {
        await b.BeginAsync("Loop", 0, "l");
        for (var i = 1; i <= 3; i++)
        {
            await b.RaiseAsync("l", "x", i);
            await b.UntilAsync("l", m => m.SerializedCustomStatus == $"{i}");
            await b.ReopenAsync();
        }
    });

    [SkippableFact]
    public Task ContinueAsNew_ToANewVersion_RunsAsThat() => SpecAsync(
        r => r.AddOrchestratorFunc<int, string>("Up", (c, n) =>
        {
            if (n == 0) c.ContinueAsNew(new ContinueAsNewOptions { NewInput = 1, NewVersion = "2.0" });
            return c.Version;
        }),
        async b => Assert.Equal("2.0", await b.RunAsync<string>("Up", 0)));

    [SkippableFact]
    public Task ContinueAsNew_InASubOrchestrator_AnswersTheParentInTheEnd() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>("Loop", 0))
            .AddOrchestratorFunc<int, int>("Loop", (c, n) =>
            {
                if (n < 5) c.ContinueAsNew(n + 1);
                return n;
            }),
        async b => Assert.Equal(5, await b.RunAsync<int>("Parent")));

    [SkippableFact]
    public Task NewGuid_AfterContinueAsNew_IsAnother()
    {
        var seen = new List<Guid>();
        return SpecAsync(
            r => r.AddOrchestratorFunc<int, int>("Ids", (c, n) =>
            {
                seen.Add(c.NewGuid());
                if (n < 3) c.ContinueAsNew(n + 1);
                return n;
            }),
            async b =>
            {
                await b.RunAsync<int>("Ids", 0);
                Assert.Equal(4, seen.Distinct().Count());
            });
    }

    private static void Looping(DurableTaskRegistry r) => r.AddOrchestratorFunc<int, int>("Loop", async (c, n) =>
    {
        c.SetCustomStatus(n);
        await c.WaitForExternalEvent<int>("x");
        c.ContinueAsNew(n + 1);
        return 0;
    });

    private static Action<DurableTaskRegistry> Renewing(bool preserve) => r => r
        .AddOrchestratorFunc<int, int>("Renew", async (c, round) =>
        {
            if (round == 0)
            {
                await c.WaitForExternalEvent<int>("go");
                c.ContinueAsNew(1, preserve);
                return 0;
            }
            c.SetCustomStatus("anew");
            for (var i = 0; i < 3; i++) await c.WaitForExternalEvent<int>("x");
            return 3;
        });
}
