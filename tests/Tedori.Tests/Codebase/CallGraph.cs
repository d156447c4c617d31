using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tedori.Tests.Codebase;

/// <summary>
/// Which methods a method may come to call, read from the compiled code: calls, lambdas, the bodies of asynchronous methods,
/// and every implementation of what is called through an interface or overridden.
/// </summary>
internal sealed class CallGraph
{
    private readonly Dictionary<string, MethodDefinition> methods;
    private readonly ILookup<string, MethodDefinition> implementations;
    private readonly Dictionary<string, IReadOnlyList<string>> calls = [];

    public CallGraph(params Assembly[] assemblies)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        var all = assemblies.Select(a => AssemblyDefinition.ReadAssembly(a.Location, new() { AssemblyResolver = resolver }))
            .SelectMany(a => a.MainModule.GetTypes()).SelectMany(t => t.Methods).ToList();
        // The compiler puts some types of its own into every assembly.
        methods = all.DistinctBy(m => m.FullName).ToDictionary(m => m.FullName);
        implementations = all.Where(m => m.IsVirtual).ToLookup(m => $"{m.Name}/{m.Parameters.Count}");
    }

    /// <summary>The full names of the methods whose own code calls this one.</summary>
    public IEnumerable<string> CallersOf(string method) =>
        methods.Keys.Where(m => CallsOf(m).Contains(method));

    /// <summary>Whether a method may come to call the other.</summary>
    public bool Reaches(string from, string to)
    {
        var seen = new HashSet<string> { from };
        var next = new Stack<string>(seen);
        while (next.TryPop(out var method))
        {
            if (method == to)
                return true;
            foreach (var called in CallsOf(method).Where(seen.Add))
                next.Push(called);
        }

        return false;
    }

    /// <summary>The name of a method as the compiled code knows it.</summary>
    public string NameOf(MethodInfo method) => methods.Values.Single(m =>
        m.MetadataToken.ToInt32() == method.MetadataToken && m.Module.Mvid == method.Module.ModuleVersionId).FullName;

    private IReadOnlyList<string> CallsOf(string method) => calls.TryGetValue(method, out var known)
        ? known
        : calls[method] = methods.TryGetValue(method, out var found) && found.HasBody ? [.. Called(found).Distinct()] : [];

    private IEnumerable<string> Called(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference reference)
                continue;
            if (instruction.OpCode.Code == Code.Newobj || reference is GenericInstanceMethod)
            {
                foreach (var body in StateMachinesIn(reference))
                    yield return body;
            }

            if (IsOwn(reference) && reference.Resolve() is { } target)
                yield return target.FullName;
            if (reference.DeclaringType.FullName.StartsWith("System.", StringComparison.Ordinal))
                continue;
            foreach (var implementation in implementations[$"{reference.Name}/{reference.Parameters.Count}"]
                .Where(i => Is(i.DeclaringType, reference.DeclaringType)))
                yield return implementation.FullName;
        }
    }

    private static bool IsOwn(MethodReference reference) =>
        reference.DeclaringType.Scope is ModuleDefinition
        || reference.DeclaringType.Scope.Name.StartsWith("Tedori.", StringComparison.Ordinal);

    // An asynchronous method starts its state machine: Start<TheMachine>(ref machine).
    private static IEnumerable<string> StateMachinesIn(MethodReference reference) =>
        (reference is GenericInstanceMethod generic ? generic.GenericArguments : [])
            .Select(a => a.GetElementType()).OfType<TypeDefinition>()
            .Concat(reference.DeclaringType.GetElementType() is TypeDefinition made && reference.Name == ".ctor" ? [made] : [])
            .SelectMany(t => t.Methods).Where(m => m.Name == "MoveNext").Select(m => m.FullName);

    private static bool Is(TypeDefinition type, TypeReference declaring)
    {
        for (var at = type; at is not null; at = at.BaseType?.GetElementType() as TypeDefinition)
        {
            if (at == declaring.GetElementType()
                || at.Interfaces.Select(i => i.InterfaceType).Append(at.BaseType).Any(t => IsSame(t, declaring)))
                return true;
        }

        return false;
    }

    // Where the caller names what a generic type is made of, another of the same type is not meant.
    private static bool IsSame(TypeReference? found, TypeReference declaring) =>
        found?.GetElementType().FullName == declaring.GetElementType().FullName
        && (declaring.ContainsGenericParameter || found.ContainsGenericParameter || found.FullName == declaring.FullName);
}
