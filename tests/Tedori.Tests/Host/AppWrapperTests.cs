using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Host;

/// <summary>Azure and one machine run the wrappers; a class without one would never run.</summary>
public sealed class AppWrapperTests
{
    private static readonly FunctionCatalog Catalog = FunctionCatalog.Of(typeof(CaseFunctions).Assembly);

    private static readonly Type[] Classes =
        [.. typeof(CaseOrchestrator).Assembly.GetTypes().Where(t => !t.IsAbstract)];

    [Fact]
    public void Orchestrators_AllOfThem_HaveOneWrapperOfTheirName() => Assert.Equal(
        NamesOf<ITaskOrchestrator>(),
        Catalog.With<OrchestrationTriggerAttribute>().Select(f => f.Function.Name));

    [Fact]
    public void Activities_AllOfThem_HaveOneWrapperOfTheirName() => Assert.Equal(
        NamesOf<ITaskActivity>(),
        Catalog.With<ActivityTriggerAttribute>().Select(f => f.Function.Name));

    // Every route does its own authorisation; a key of the host's would shut the public out.
    [Fact]
    public void HttpTriggers_AllOfThem_AreAnonymousAndNameTheirRouteAndMethods()
    {
        var triggers = Catalog.With<HttpTriggerAttribute>().ToList();
        Assert.NotEmpty(triggers);
        Assert.All(triggers, t =>
        {
            Assert.Equal(AuthorizationLevel.Anonymous, t.Trigger.AuthLevel);
            Assert.NotNull(t.Trigger.Route);
            Assert.NotEmpty(t.Trigger.Methods!);
        });
    }

    [Fact]
    public void ActivityWrappers_AllOfThem_TakeAndGiveWhatTheirClassDoes() =>
        Assert.All(Catalog.With<ActivityTriggerAttribute>(), f =>
        {
            var (input, output) = TypesOf(f.Function.Name, typeof(TaskActivity<,>));
            Assert.Equal(input, f.Function.TriggerParameter.ParameterType);
            Assert.Equal(typeof(Task<>).MakeGenericType(output), f.Function.Method.ReturnType);
        });

    // A wrapper reads the input from its context, which a signature does not show: all of them read a text.
    [Fact]
    public void OrchestratorWrappers_AllOfThem_TakeAndGiveWhatTheirClassDoes() =>
        Assert.All(Catalog.With<OrchestrationTriggerAttribute>(), f =>
        {
            var (input, output) = TypesOf(f.Function.Name, typeof(TaskOrchestrator<,>));
            Assert.Equal(typeof(string), input);
            Assert.Equal(typeof(TaskOrchestrationContext), f.Function.TriggerParameter.ParameterType);
            Assert.Equal(typeof(Task<>).MakeGenericType(output), f.Function.Method.ReturnType);
        });

    private static IEnumerable<string> NamesOf<T>() =>
        Classes.Where(t => typeof(T).IsAssignableFrom(t)).Select(t => t.Name).Order(StringComparer.Ordinal);

    private static (Type Input, Type Output) TypesOf(string name, Type generic)
    {
        var type = Assert.Single(Classes, t => t.Name == name);
        while (!(type.IsGenericType && type.GetGenericTypeDefinition() == generic))
            type = type.BaseType ?? throw new InvalidOperationException($"{name} is no {generic.Name}.");
        return (type.GenericTypeArguments[0], type.GenericTypeArguments[1]);
    }
}
