using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Host;

public sealed class FunctionCatalogTests
{
    private static readonly FunctionCatalog App = FunctionCatalog.Of(typeof(CaseFunctions).Assembly);

    [Fact]
    public void Of_TheApp_HasOneWrapperForEachOrchestrator() => Assert.Equal(
        NamesOf<ITaskOrchestrator>(), App.With<OrchestrationTriggerAttribute>().Select(f => f.Function.Name));

    [Fact]
    public void Of_TheApp_HasOneWrapperForEachActivity() =>
        Assert.Equal(NamesOf<ITaskActivity>(), App.With<ActivityTriggerAttribute>().Select(f => f.Function.Name));

    [Fact]
    public void Of_TheApp_HasSchedulesThatCome() => Assert.All(
        App.With<TimerTriggerAttribute>(),
        timer => CronSchedule.Parse(timer.Trigger.Schedule).Next(NodaTime.NodaConstants.UnixEpoch));

    [Fact]
    public void Of_TheApp_HasNoTwoTriggersOnOneRoute()
    {
        var routes = App.With<HttpTriggerAttribute>()
            .SelectMany(f => (f.Trigger.Methods ?? ["get", "post"]).Select(verb => $"{verb} {f.Trigger.Route}"))
            .ToList();
        Assert.NotEmpty(routes);
        Assert.Equal(routes.Distinct(StringComparer.OrdinalIgnoreCase), routes);
    }

    [Theory]
    [InlineData(typeof(FaultyFunctions.TwoOfOneName), "Two functions are named")]
    [InlineData(typeof(FaultyFunctions.NoTrigger), "'X' has 0 triggers")]
    [InlineData(typeof(FaultyFunctions.TwoTriggers), "'X' has 2 triggers")]
    [InlineData(typeof(FaultyFunctions.KeyOfTheHost), "Anonymous")]
    [InlineData(typeof(FaultyFunctions.NoRequest), "HttpRequest")]
    [InlineData(typeof(FaultyFunctions.ParameterOutsideTheRoute), "caseId")]
    [InlineData(typeof(FaultyFunctions.ClientWithoutItsAttribute), "client")]
    [InlineData(typeof(FaultyFunctions.TimerWithoutInfo), "TimerInfo")]
    [InlineData(typeof(FaultyFunctions.OrchestrationOfAnotherName), "'Y'")]
    [InlineData(typeof(FaultyFunctions.ActivityOfAnotherName), "'Y'")]
    [InlineData(typeof(FaultyFunctions.OrchestratorOnAnObject), "static")]
    [InlineData(typeof(FaultyFunctions.OrchestratorWithAClient), "more than its TaskOrchestrationContext")]
    [InlineData(typeof(FaultyFunctions.ValueTaskReturned), "ValueTask")]
    public void Of_FaultyFunctions_AreRefusedAtStart(Type faulty, string reason)
    {
        var failure = Assert.Throws<FunctionCatalogException>(() => FunctionCatalog.Of(faulty));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NamesOf<T>() => typeof(CaseOrchestrator).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
        .Select(type => type.Name)
        .Order(StringComparer.Ordinal);
}
