using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Durable;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Codebase;

/// <summary>
/// The hosts give the services a Durable client where the function declares one: every function that may come to use it does,
/// and no function puts one there itself.
/// </summary>
public sealed class ClientBindingTests
{
    private static readonly FunctionCatalog Functions = FunctionCatalog.Of(typeof(CaseFunctions).Assembly);
    private static readonly CallGraph Graph = new(
        typeof(CaseFunctions).Assembly, typeof(DurableClientAccessor).Assembly, typeof(CaseId).Assembly);

    private static readonly PropertyInfo Client = typeof(DurableClientAccessor).GetProperty(nameof(DurableClientAccessor.Client))!;
    private static readonly string Taken = Graph.NameOf(Client.GetMethod!);
    private static readonly string Put = Graph.NameOf(Client.SetMethod!);

    public static TheoryData<string> Triggers => [.. Functions.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Triggers))]
    public void Function_WhoseServicesMayUseTheClient_DeclaresIt(string name)
    {
        var function = Functions.All.Single(f => f.Name == name);

        Assert.Equal(Graph.Reaches(Graph.NameOf(function.Method), Taken), Declares(function));
    }

    [Fact]
    public void Client_IsPutInPlaceByTheMiddlewareAlone()
    {
        var callers = Graph.CallersOf(Put).ToList();

        Assert.NotEmpty(callers);
        Assert.All(callers, c => Assert.Contains(nameof(DurableClientMiddleware), c, StringComparison.Ordinal));
    }

    [Fact]
    public void Functions_DoNotTakeTheClientFromTheirParameter() => Assert.Equal([], Functions.All
        .Where(f => f.Method.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters())
            .Any(p => p.ParameterType == typeof(DurableClientAccessor))).Select(f => f.Name));

    private static bool Declares(FunctionEntry function) => function.Parameters.Any(p =>
        p.ParameterType == typeof(DurableTaskClient) && p.IsDefined(typeof(DurableClientAttribute), inherit: false));
}
