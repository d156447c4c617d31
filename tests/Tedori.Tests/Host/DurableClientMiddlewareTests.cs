using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Tedori.Functions.Composition;
using Tedori.Functions.Durable;
using Tedori.Functions.Settings;
using Tedori.Testing.Data;
using Tedori.Tests.Development;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Host;

/// <summary>On Azure the services have the client that the host bound for the function, and no other.</summary>
public sealed class DurableClientMiddlewareTests
{
    private readonly DurableTaskClient client = new Mock<DurableTaskClient>("the-client").Object;
    private readonly Mock<IFunctionInputBindingFeature> inputs = new();

    [Fact]
    public async Task Function_ThatDeclaresAClient_FindsItsClientInTheAccessor()
    {
        await using var services = new ServiceCollection().AddScoped<DurableClientAccessor>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<DurableClientAccessor>();
        DurableTaskClient? seen = null;

        await new DurableClientMiddleware().Invoke(ContextOf(scope.ServiceProvider, "timerTrigger", "durableClient"), _ =>
        {
            seen = accessor.Client;
            return Task.CompletedTask;
        });

        Assert.Same(client, seen);
    }

    [Theory]
    [InlineData("timerTrigger")]
    [InlineData("orchestrationTrigger")]
    public async Task Function_ThatDeclaresNone_IsCalledAtOnceAndHasNone(string trigger)
    {
        await using var services = new ServiceCollection().AddScoped<DurableClientAccessor>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var reached = new TaskCompletionSource();

        var running = new DurableClientMiddleware().Invoke(ContextOf(scope.ServiceProvider, trigger), _ => reached.Task);

        Assert.Same(reached.Task, running);
        Assert.Throws<InvalidOperationException>(
            () => scope.ServiceProvider.GetRequiredService<DurableClientAccessor>().Client);
        inputs.Verify(i => i.BindFunctionInputAsync(It.IsAny<FunctionContext>()), Times.Never);
    }

    [Fact]
    public async Task App_AsTheHostStartsIt_RunsItBeforeItsFunctions()
    {
        using var folder = new TemporaryFolder();
        using var app = await TedoriApp.BuildAsync([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                .. ExampleSettings.With((SettingNames.Editions, null), (SettingNames.KeyRingFolder, folder["keys"])),
                .. Laptop.OfTheHost,
            ]);
            builder.Logging.ClearProviders();
        });
        await using var scope = app.Services.CreateAsyncScope();

        // No function is loaded, so the call itself fails: what stands before it has run by then.
        var failure = await Record.ExceptionAsync(() => app.Services.GetRequiredService<FunctionExecutionDelegate>()(
            ContextOf(scope.ServiceProvider, "timerTrigger", "durableClient")));

        Assert.NotNull(failure);
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<DurableClientAccessor>().Client);
    }

    private FunctionContext ContextOf(IServiceProvider services, params string[] bindings)
    {
        inputs.Setup(i => i.BindFunctionInputAsync(It.IsAny<FunctionContext>()))
            .ReturnsAsync(new FunctionInputBindingResult([new TimerInfo(), client]));
        var features = new Mock<IInvocationFeatures>();
        features.Setup(f => f.Get<IFunctionInputBindingFeature>()).Returns(inputs.Object);
        var definition = new Mock<FunctionDefinition>();
        definition.SetupGet(d => d.InputBindings).Returns(bindings.ToImmutableDictionary(b => b, BindingOf));
        definition.SetupGet(d => d.Parameters).Returns([]);
        definition.SetupGet(d => d.OutputBindings).Returns(ImmutableDictionary<string, BindingMetadata>.Empty);
        var context = new Mock<FunctionContext>();
        context.SetupGet(c => c.FunctionId).Returns("function");
        context.SetupGet(c => c.FunctionDefinition).Returns(definition.Object);
        context.SetupGet(c => c.Features).Returns(features.Object);
        context.SetupGet(c => c.InstanceServices).Returns(services);
        context.SetupGet(c => c.Items).Returns(new Dictionary<object, object>());
        return context.Object;
    }

    private static BindingMetadata BindingOf(string type)
    {
        var binding = new Mock<BindingMetadata>();
        binding.SetupGet(b => b.Name).Returns(type);
        binding.SetupGet(b => b.Type).Returns(type);
        return binding.Object;
    }
}
