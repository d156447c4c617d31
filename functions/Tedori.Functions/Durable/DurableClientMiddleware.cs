using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Workflows.Durable;

namespace Tedori.Functions.Durable;

/// <summary>
/// Before every function that declares a Durable client: puts it where the services look for it. The Functions host sends
/// what a client is made of only to a function that declares one.
/// </summary>
internal sealed class DurableClientMiddleware : IFunctionsWorkerMiddleware
{
    private const string Binding = "durableClient";

    /// <inheritdoc/>
    // Nothing is awaited before an orchestrator, which declares none: it may wait for nothing but its context.
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.FunctionDefinition.InputBindings.Values.Any(b => b.Type == Binding)
            ? InvokeWithClientAsync(context, next)
            : next(context);

    private static async Task InvokeWithClientAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        // All inputs at once, which the function is called with afterwards: asking for the client alone would try the
        // worker's converters before the parameter's own, and keep their failure.
        var inputs = await context.Features.Get<IFunctionInputBindingFeature>()!.BindFunctionInputAsync(context);
        context.InstanceServices.GetRequiredService<DurableClientAccessor>().Client =
            inputs.Values.OfType<DurableTaskClient>().Single();
        await next(context);
    }
}
