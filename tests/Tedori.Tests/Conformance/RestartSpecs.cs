using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class RestartSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task Restart_SameId_RunsAgainWithItsInput() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Quick", "in", "q");
        var first = (await b.EndAsync("q")).CreatedAt;
        await b.PassAsync(TimeSpan.FromMilliseconds(200));
        Assert.Equal("q", await b.Client.RestartAsync("q"));
        var again = await b.UntilAsync("q", m => m.IsCompleted && m.CreatedAt > first);
        Assert.Equal("in", again.ReadOutputAs<string>());
    });

    [SkippableFact]
    public Task Restart_NewId_LeavesTheFirst() => SpecAsync(Samples.Quick, async b =>
    {
        await b.BeginAsync("Quick", "in", "q");
        await b.EndAsync("q");
        var id = await b.Client.RestartAsync("q", restartWithNewInstanceId: true);
        Assert.NotEqual("q", id);
        Assert.Equal("in", await b.OutputAsync<string>(id));
        Assert.NotNull(await b.Client.GetInstanceAsync("q"));
    });

    [SkippableFact]
    public Task Restart_OfNoInstance_IsRefused() => SpecAsync(Samples.Quick, async b =>
        await Assert.ThrowsAsync<ArgumentException>(() => b.Client.RestartAsync("nobody")));

    [SkippableFact]
    public Task Restart_Running_IsRefused() => SpecAsync(Samples.Waiting, async b =>
    {
        await b.BeginAsync("Wait", id: "w");
        await b.RunningAsync("w");
        Assert.NotNull(await Record.ExceptionAsync(() => b.Client.RestartAsync("w")));
    });
}
