using System.Reflection;
using Microsoft.DurableTask;
using Tedori.Testing;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Codebase;

public sealed class OrchestrationTests
{
    private static readonly Type[] Durable = [.. typeof(CaseOrchestrator).Assembly.GetTypes()
        .Where(t => !t.IsAbstract)
        .Where(t => typeof(ITaskOrchestrator).IsAssignableFrom(t) || typeof(ITaskActivity).IsAssignableFrom(t))];

    public static TheoryData<string> Orchestrators =>
        [.. Durable.Where(t => typeof(ITaskOrchestrator).IsAssignableFrom(t)).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void Orchestrator_Source_StaysBelowSixtyLines(string name)
    {
        var file = Assert.Single(Directory.GetFiles(
            RepositoryRoot.Of("workflows", "Tedori.Workflows"), $"{name}.cs", SearchOption.AllDirectories));
        Assert.InRange(File.ReadLines(file).Count(), 1, 59);
    }

    [Fact]
    public void DurableClasses_AllOfThem_CarryTheirOwnName()
    {
        Assert.True(Durable.Length >= 9, $"Found only {Durable.Length} orchestrators and activities.");
        Assert.All(Durable, t => Assert.Equal(t.Name, t.GetCustomAttribute<DurableTaskAttribute>()?.Name.Name));
    }

    [Fact]
    public void DurableClasses_AllOfThem_AreSealedAndPublic() =>
        Assert.All(Durable, t => Assert.True(t.IsSealed && t.IsPublic, t.Name));

    [Fact]
    public void Orchestrators_AllOfThem_InjectNothing() => Assert.All(
        Durable.Where(t => typeof(ITaskOrchestrator).IsAssignableFrom(t)),
        t => Assert.Empty(Assert.Single(t.GetConstructors()).GetParameters()));
}
