using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Local.Host;

/// <summary>One function: its name, its method and its trigger.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger)
{
    /// <summary>Calls it on a new object of its class; answers with what it returns, or null.</summary>
    /// <param name="services">Where its class gets its constructor's arguments.</param>
    /// <param name="bind">Gives each parameter its value.</param>
    public async Task<object?> InvokeAsync(IServiceProvider services, Func<ParameterInfo, object?> bind)
    {
        var target = Method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, Method.DeclaringType!);
        var arguments = Method.GetParameters().Select(bind).ToArray();
        return await ResultAsync(Call(target, arguments));
    }

    private object? Call(object? target, object?[] arguments)
    {
        try
        {
            return Method.Invoke(target, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static async Task<object?> ResultAsync(object? returned)
    {
        if (returned is not Task task)
            return returned;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
