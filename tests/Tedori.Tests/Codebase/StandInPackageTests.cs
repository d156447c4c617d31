using System.Text.RegularExpressions;

namespace Tedori.Tests.Codebase;

/// <summary>The stand-ins come as one assembly, the packages do not: a project that lists too few of them compiles on
/// one machine and fails on Azure.</summary>
public sealed class StandInPackageTests
{
    [Fact]
    public void Projects_ThatOpenANamespace_ListAPackageThatHasIt() => Findings.AssertNone(
        from project in UsersOfPackages()
        let listed = StandInPackage.WithBrought(project.Packages)
        from opened in project.Sources.SelectMany(s => s.Opened).Distinct()
        let holders = StandInPackage.All.Where(p => Holds(p, opened)).Select(p => p.Id).ToList()
        where holders.Count > 0 && !holders.Exists(listed.Contains)
        select $"{project.Name} opens {opened} and lists no package of it: {string.Join(", ", holders)}");

    [Fact]
    public void Projects_ThatUseAType_ReachItsPackage() => Findings.AssertNone(
        from project in UsersOfPackages()
        let reached = StandInPackage.WithBrought(project.PackagesInReach)
        from package in StandInPackage.All
        where !reached.Contains(package.Id) && project.Sources.Any(s => IsUsed(package, s.Opened, s.Text))
        select $"{project.Name} uses types of {package.Id}, which neither it nor a project it refers to lists");

    [Fact]
    public void Projects_ListOnlyPackagesThatAreReplaced()
    {
        string[] families = ["Microsoft.Azure.Functions.", "Microsoft.DurableTask.", "Azure.Data.", "SendGrid"];
        var listed = ProjectFile.All().SelectMany(p => p.Packages).ToHashSet();
        Assert.Subset(
            StandInPackage.Replaced.ToHashSet(),
            listed.Where(id => families.Any(f => id.StartsWith(f, StringComparison.Ordinal))).ToHashSet());
    }

    [Fact]
    public void StandIns_AreOfPackagesThatAreReplaced() => Assert.Subset(
        StandInPackage.WithBrought(StandInPackage.Replaced), StandInPackage.All.Select(p => p.Id).ToHashSet());

    [Fact]
    public void StandIns_AreMentionedByTheirTargetsOnly()
    {
        var builds = ProjectFile.Files(RepositoryRoot.Path, ".csproj", ".props", ".targets", ".yaml", ".json", ".sh")
            .Concat(ProjectFile.Files(RepositoryRoot.Of("functions"), ".cs", ".razor"))
            .Concat(ProjectFile.Files(RepositoryRoot.Of("workflows"), ".cs"))
            .Concat(ProjectFile.Files(RepositoryRoot.Of("infra"), ".cs", ".bicep"))
            .Where(f => !f.EndsWith("packages.lock.json", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("Tedori.StandIns", StringComparison.OrdinalIgnoreCase));
        Assert.Equal([RepositoryRoot.Of("infra", "local", "standins", "StandIns.targets")], builds);
    }

    [Fact]
    public void Sources_AreReadWhole()
    {
        // A source or a stand-in that is misread would make the laws above hold for nothing.
        var workflows = ProjectFile.All().Single(p => p.Name == "Tedori.Workflows");
        Assert.Contains(workflows.Sources, s => s.Opened.Contains("Microsoft.DurableTask"));
        Assert.All(StandInPackage.All, p => Assert.NotEmpty(p.Words));
        Assert.Contains("GetHttpContext", WordsOf("Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"));
        string[] timer = ["TimerTrigger", "TimerTriggerAttribute", "TimerInfo"];
        Assert.Subset(WordsOf("Microsoft.Azure.Functions.Worker.Extensions.Timer"), timer.ToHashSet());
    }

    private static HashSet<string> WordsOf(string id) => [.. StandInPackage.All.Single(p => p.Id == id).Words];

    private static IEnumerable<ProjectFile> UsersOfPackages() =>
        ProjectFile.All().Where(p => p.Name != "Tedori.StandIns");

    /// <summary>An alias or a static using names a type, not its namespace.</summary>
    private static bool Holds(StandInPackage package, string opened) =>
        package.Namespaces.Any(n => opened == n || package.Words.Any(w => opened == $"{n}.{w}"));

    private static bool IsUsed(StandInPackage package, IReadOnlySet<string> opened, string text) =>
        opened.Any(o => Holds(package, o))
        && Regex.Matches(text, @"\w+").Any(word => package.Words.Contains(word.Value));
}
