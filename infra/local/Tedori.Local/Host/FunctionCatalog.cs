using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Tedori.Local.Host;

/// <summary>All functions of an assembly, found by their attributes as the Functions host finds them.</summary>
internal sealed class FunctionCatalog
{
    private FunctionCatalog(IReadOnlyList<FunctionEntry> all) => All = all;

    public IReadOnlyList<FunctionEntry> All { get; }

    /// <summary>Those with a trigger of this kind.</summary>
    public IEnumerable<(FunctionEntry Function, T Trigger)> With<T>()
        where T : Attribute =>
        All.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));

    /// <summary>Scans an assembly.</summary>
    /// <exception cref="FunctionCatalogException">The functions could not run on the Functions host either.</exception>
    public static FunctionCatalog Of(Assembly assembly) => Of(assembly.GetTypes());

    /// <summary>Scans classes.</summary>
    /// <exception cref="FunctionCatalogException">The functions could not run on the Functions host either.</exception>
    public static FunctionCatalog Of(params IReadOnlyCollection<Type> classes)
    {
        var all = classes
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(m => (Method: m, Function: m.GetCustomAttribute<FunctionAttribute>()))
            .Where(f => f.Function is not null)
            .Select(f => Entry(f.Function!.Name, f.Method))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var twice in all.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            throw new FunctionCatalogException($"Two functions are named '{twice.Key}': give each its own name.");
        return new(all);
    }

    private static FunctionEntry Entry(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .SelectMany(p => p.GetCustomAttributes().Select(a => (Parameter: p, Attribute: a)))
            .Where(t => t.Attribute is HttpTriggerAttribute or TimerTriggerAttribute or OrchestrationTriggerAttribute or ActivityTriggerAttribute)
            .ToList();
        if (triggers.Count != 1)
            throw new FunctionCatalogException($"Function '{name}' has {triggers.Count} triggers: give it one.");
        // Every route does its own authorisation; a key of the host's would shut the public out.
        if (triggers[0].Attribute is HttpTriggerAttribute { AuthLevel: not AuthorizationLevel.Anonymous })
            throw new FunctionCatalogException($"Function '{name}' asks for a key of the host: make it Anonymous.");
        return new(name, method, triggers[0].Parameter, triggers[0].Attribute);
    }
}
