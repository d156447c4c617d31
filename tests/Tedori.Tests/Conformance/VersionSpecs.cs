using Microsoft.DurableTask;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class VersionSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableTheory]
    [InlineData("1.2.0", "1.10.0", -1)]
    [InlineData("2.0", "2.0", 0)]
    [InlineData("3.0.0", "2.9.9", 1)]
    [InlineData("beta", "alpha", 1)]
    public Task CompareVersionTo_AnotherVersion_OrdersThem(string own, string other, int expected) => SpecAsync(
        r => r.AddOrchestratorFunc("Compare", c => Math.Sign(c.CompareVersionTo(other))),
        async b =>
        {
            var options = new StartOrchestrationOptions("c") { Version = new TaskVersion(own) };
            await b.Client.ScheduleNewOrchestrationInstanceAsync("Compare", options);
            Assert.Equal(expected, await b.OutputAsync<int>("c"));
        });

    [SkippableFact]
    public Task Start_WithAVersion_KeepsIt() => SpecAsync(
        r => r.AddOrchestratorFunc("V", c => c.Version),
        async b =>
        {
            var options = new StartOrchestrationOptions("v") { Version = "1.10" };
            await b.Client.ScheduleNewOrchestrationInstanceAsync("V", options);
            Assert.Equal("1.10", await b.OutputAsync<string>("v"));
        });

    [SkippableFact]
    public Task Start_WithoutAVersion_TakesTheClientsOwn() => SpecAsync(
        r => r.AddOrchestratorFunc("V", c => c.Version),
        async b => Assert.Equal("3.1", await b.RunAsync<string>("V")),
        new BackendOptions { Version = "3.1" });

    [SkippableFact]
    public Task Version_OfARunningInstance_StaysWhenTheClientsOwnGrows() => SpecAsync(
        r => r.AddOrchestratorFunc("Branch", async c =>
        {
            await c.WaitForExternalEvent<int>("x");
            return c.CompareVersionTo("2.0") >= 0 ? "as of 2" : "as before 2";
        }),
        async b =>
        {
            await b.BeginAsync("Branch", id: "old");
            await b.RunningAsync("old");
            await b.ReopenAsync(options: new BackendOptions { Version = "2.0" });
            await b.BeginAsync("Branch", id: "new");
            foreach (var id in (string[])["old", "new"]) await b.RaiseAsync(id, "x", 1);
            Assert.Equal("as before 2", await b.OutputAsync<string>("old"));
            Assert.Equal("as of 2", await b.OutputAsync<string>("new"));
        },
        new BackendOptions { Version = "1.0" });
}
