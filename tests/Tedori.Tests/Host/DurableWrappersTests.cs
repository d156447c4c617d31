using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Host;

public sealed class DurableWrappersTests : IAsyncDisposable
{
    private readonly SamplePages.Visits visits = new();
    private readonly ServiceProvider services;

    public DurableWrappersTests() => services = new ServiceCollection()
        .AddSingleton(visits)
        .AddScoped<SamplePages.Visit>()
        .AddSingleton(new Mock<DurableTaskClient>("four").Object)
        .BuildServiceProvider();

    [Fact]
    public async Task Orchestration_ThroughItsWrappers_RunsOnTheEngine()
    {
        await using var fixture = await EngineFixture.StartAsync(
            _ => { }, options => options with { Registry = Registry() });
        var order = new SampleWork.Order(CaseId.Parse("r7-07-00123"), 3);
        Assert.Equal(
            "r7-07-00123 24 System.TimeoutException: x",
            await fixture.RunAsync<string>("Life", order));
        Assert.Equal((1, 1), visits.Count);
    }

    [Fact]
    public async Task Activity_WithoutAResult_AnswersNull()
    {
        var activity = Registry().GetActivities().Single(a => a.Key == new TaskName("Nothing")).Value(services);
        Assert.Null(await activity.RunAsync(Mock.Of<TaskActivityContext>(), input: null));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private DurableTaskRegistry Registry() =>
        DurableWrappers.Registry(FunctionCatalog.Of(typeof(SampleWork)), services);
}
