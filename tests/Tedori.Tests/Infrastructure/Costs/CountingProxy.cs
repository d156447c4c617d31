using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Tedori.Tests.Infrastructure.Costs;

/// <summary>Counts the calls of a port by the names of its methods and passes them on.</summary>
public class CountingProxy<T> : DispatchProxy
    where T : class
{
    private readonly ConcurrentDictionary<string, int> calls = new();
    private T? target;

    internal static (T Port, Func<string, int> Calls) Of(T target)
    {
        var port = Create<T, CountingProxy<T>>();
        var proxy = (CountingProxy<T>)(object)port;
        proxy.target = target;
        return (port, name => proxy.calls.GetValueOrDefault(name));
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        calls.AddOrUpdate(targetMethod!.Name, 1, (_, n) => n + 1);
        try
        {
            return targetMethod.Invoke(target, args);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } reason)
        {
            ExceptionDispatchInfo.Throw(reason);
            throw;
        }
    }
}
