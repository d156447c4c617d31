using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask;

public sealed partial class DurableTaskRegistry
{
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators = [];
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> activities = [];

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() =>
        orchestrators.ToList();

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() =>
        activities.ToList();

    private static TaskName NameOf(Type type) =>
        type.GetCustomAttribute<DurableTaskAttribute>() is { Name.Name: { Length: > 0 } name } ? name : type.Name;

    private static Func<IServiceProvider, T> Creating<T>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(T).IsAssignableFrom(type) || type.IsAbstract)
            throw new ArgumentException($"{type} is not a concrete {typeof(T).Name}.", nameof(type));
        return services => (T)ActivatorUtilities.GetServiceOrCreateInstance(services, type);
    }

    private static void Add<T>(
        Dictionary<TaskName, Func<IServiceProvider, T>> to, TaskName name, Func<IServiceProvider, T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (string.IsNullOrEmpty(name.Name)) throw new ArgumentException("A task needs a name.", nameof(name));
        if (!to.TryAdd(name, factory))
            throw new ArgumentException($"A {typeof(T).Name} named '{name.Name}' is already added.", nameof(name));
    }
}
