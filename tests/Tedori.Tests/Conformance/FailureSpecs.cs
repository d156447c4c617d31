using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public abstract class FailureSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    [SkippableFact]
    public Task FailureDetails_OfAnActivity_CarryTypeMessageStackAndCauses() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Ask", async c =>
            {
                try
                {
                    return await c.CallActivityAsync<string>("Fail");
                }
                catch (TaskFailedException e)
                {
                    var failure = e.FailureDetails;
                    var middle = failure.InnerFailure!;
                    return $"{failure.ErrorType} {failure.ErrorMessage} {middle.ErrorMessage}"
                        + $" {middle.InnerFailure!.ErrorMessage}"
                        + $" {failure.StackTrace!.Contains(nameof(FailureSpecs), StringComparison.Ordinal)}"
                        + $" {failure.IsCausedBy<InvalidOperationException>()}"
                        + $" {failure.IsCausedBy<TimeoutException>()}";
                }
            })
            .AddActivityFunc("Fail", _ => throw new InvalidOperationException(
                "outer", new ArgumentException("middle", new TimeoutException("inner")))),
        async b => Assert.Equal(
            "System.InvalidOperationException outer middle inner True True False", await b.RunAsync<string>("Ask")));

    [SkippableFact]
    public Task Orchestrator_Throwing_Fails() => SpecAsync(Throwing, async b =>
    {
        var end = await b.EndAsync(await b.BeginAsync("Throw", 1));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
    });

    [SkippableFact]
    public Task Orchestrator_Throwing_ShowsItsOwnException() => SpecAsync(Throwing, async b =>
    {
        var failure = (await b.EndAsync(await b.BeginAsync("Throw", 1))).FailureDetails;
        Assert.Equal(("System.TimeoutException", "too late by 1"), (failure?.ErrorType, failure?.ErrorMessage));
    });

    [SkippableFact]
    public Task FailureDetails_AfterARestart_AreTheSame() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Ask", c => c.CallActivityAsync<int>("Fail"))
            .AddActivityFunc("Fail", _ => throw new InvalidOperationException("outer", new TimeoutException("inner"))),
        async b =>
        {
            await b.BeginAsync("Ask", id: "a");
            var before = (await b.EndAsync("a")).FailureDetails;
            await b.ReopenAsync();
            var after = (await b.ReadAsync("a")).FailureDetails;
            Assert.Equal(before?.ToString(), after?.ToString());
            Assert.Equal("inner", after?.InnerFailure?.InnerFailure?.ErrorMessage);
        });

    [SkippableFact]
    public Task Failure_OfASubOrchestratorsActivity_PassesThroughBothParents() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Top", c => c.CallSubOrchestratorAsync<int>("Middle"))
            .AddOrchestratorFunc("Middle", c => c.CallActivityAsync<int>("Fail"))
            .AddActivityFunc("Fail", _ => throw new TimeoutException("deep")),
        async b =>
        {
            var failure = (await b.EndAsync(await b.BeginAsync("Top"))).FailureDetails;
            var messages = new List<string>();
            for (; failure is not null; failure = failure.InnerFailure) messages.Add(failure.ErrorMessage);
            Assert.Equal("deep", messages.LastOrDefault());
            Assert.Equal(3, messages.Count);
        });

    [SkippableFact]
    public Task Fan_WhereOneFails_LetsTheOthersFinishAndShowsTheFailure()
    {
        var done = 0;
        return SpecAsync(
            r => r
                .AddOrchestratorFunc("Fan", async c =>
                {
                    var calls = Enumerable.Range(0, 8).Select(i => c.CallActivityAsync<int>("One", i)).ToList();
                    try
                    {
                        await Task.WhenAll(calls);
                    }
                    catch (TaskFailedException)
                    {
                        // The calls themselves are counted below.
                    }
                    return $"{calls.Count(t => t.IsCompletedSuccessfully)} {calls.Count(t => t.IsFaulted)}";
                })
                .AddActivityFunc<int, int>("One", (_, i) =>
                    i == 4 ? throw new TimeoutException("no") : Interlocked.Increment(ref done)),
            async b =>
            {
                Assert.Equal("7 1", await b.RunAsync<string>("Fan"));
                Assert.Equal(7, done);
            });
    }

    [SkippableFact]
    public Task Activity_FailingUnheard_DoesNotFailTheOrchestrator() => SpecAsync(
        r => r
            .AddOrchestratorFunc("Deaf", async c =>
            {
                _ = c.CallActivityAsync<int>("Fail");
                return await c.CallActivityAsync<int>("One");
            })
            .AddActivityFunc("Fail", _ => throw new TimeoutException("no"))
            .AddActivityFunc("One", _ => 1),
        async b => Assert.Equal(1, await b.RunAsync<int>("Deaf")));

    private static void Throwing(DurableTaskRegistry r) => r.AddOrchestratorFunc<int, int>(
        "Throw", int (_, n) => throw new TimeoutException($"too late by {n}"));
}
