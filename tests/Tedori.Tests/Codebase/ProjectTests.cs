using System.Xml.Linq;
using Tedori.Programme.Cases;
using Tedori.Testing;

namespace Tedori.Tests.Codebase;

public sealed class ProjectTests
{
    /// <summary>Each project may refer to those before it.</summary>
    private static readonly string[] Order =
        ["Tedori.Programme", "Tedori.Workflows", "Tedori.Functions", "Tedori.Local", "Tedori.Season", "Tedori.Cli"];

    public static TheoryData<string> Projects => [.. Order];

    // Of NodaTime also how its types are written as JSON: stored bytes are a matter of the rules.
    [Fact]
    public void Programme_Assembly_RefersToNodaTimeAndTheFrameworkOnly()
    {
        var references = typeof(CaseState).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Contains("NodaTime", references);
        Assert.All(references, name => Assert.True(
            name is "NodaTime" or "NodaTime.Serialization.SystemTextJson" or "netstandard" or "mscorlib"
                || name.StartsWith("System.", StringComparison.Ordinal),
            $"Tedori.Programme refers to {name}."));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_BetweenProjects_PointOneWay(string project)
    {
        var allowed = Order.TakeWhile(p => p != project).Append("Tedori.Engine");
        Assert.Subset(allowed.ToHashSet(), References(project).ToHashSet());
    }

    [Fact]
    public void References_BetweenNeighbours_AreThere()
    {
        // A path that is misread would find no references and make the law above hold for nothing.
        foreach (var (before, after) in Order.Zip(Order.Skip(1)))
            Assert.Contains(before, References(after));
    }

    [Fact]
    public void Engine_RefersToNoProject_AndIsReferredToByLocalAlone()
    {
        Assert.Empty(References("Tedori.Engine"));
        Assert.Equal(["Tedori.Local"], Order.Where(p => References(p).Contains("Tedori.Engine")));
    }

    [Fact]
    public void Cli_IsReferredToByTestsOnly() => Assert.All(
        Directory.EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
            .Where(f => References(XDocument.Load(f)).Contains("Tedori.Cli")),
        file => Assert.StartsWith(RepositoryRoot.Of("tests"), file, StringComparison.Ordinal));

    private static IEnumerable<string> References(string project) => References(XDocument.Load(Directory
        .EnumerateFiles(RepositoryRoot.Path, $"{project}.csproj", SearchOption.AllDirectories).Single()));

    private static IEnumerable<string> References(XDocument project) => project.Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
