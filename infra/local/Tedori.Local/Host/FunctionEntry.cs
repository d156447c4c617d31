using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Workflows.Durable;

namespace Tedori.Local.Host;

/// <summary>One function: its name, its method and its trigger.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger)
{
    // Looked up once: an activity is called hundreds of thousands of times in a season.
    private readonly MethodInvoker invoker = MethodInvoker.Create(Method);
    private readonly ObjectFactory? creator =
        Method.IsStatic ? null : ActivatorUtilities.CreateFactory(Method.DeclaringType!, Type.EmptyTypes);
    private readonly bool declaresClient =
        Method.GetParameters().Any(p => p.IsDefined(typeof(DurableClientAttribute), inherit: false));

    private readonly PropertyInfo? result =
        Method.ReturnType.IsGenericType && Method.ReturnType.BaseType == typeof(Task)
            ? Method.ReturnType.GetProperty(nameof(Task<>.Result))
            : null;

    /// <summary>What it is called with.</summary>
    public ParameterInfo[] Parameters { get; } = Method.GetParameters();

    /// <summary>Calls it on a new object of its class; answers with what it returns, or null.</summary>
    /// <param name="services">Where its class gets its constructor's arguments.</param>
    /// <param name="bind">Gives each parameter its value.</param>
    public async Task<object?> InvokeAsync(IServiceProvider services, Func<ParameterInfo, object?> bind)
    {
        if (Trigger is not OrchestrationTriggerAttribute)
            GiveClient(services);
        var target = creator?.Invoke(services, null);
        var returned = invoker.Invoke(target, Array.ConvertAll(Parameters, p => bind(p)).AsSpan());
        if (returned is not Task task)
            return returned;
        await task;
        return result?.GetValue(task);
    }

    // As the worker's middleware does it: a function has a client only if it declares one.
    private void GiveClient(IServiceProvider services)
    {
        if (services.GetService<DurableClientAccessor>() is not { } accessor)
            return;
        accessor.Clear();
        if (declaresClient)
            accessor.Client = services.GetRequiredService<DurableTaskClient>();
    }
}
