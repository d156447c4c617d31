using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Cli.Commands;
using Tedori.Engine;
using Tedori.Functions.Http;
using Tedori.Local.Serve;
using Tedori.Programme.Cases;
using Tedori.Season;
using Tedori.Workflows.Cases;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Type = System.Type;

namespace Tedori.Tests.Codebase;

/// <summary>Folders stack: what lies below knows nothing of what lies above, and services are registered on top.</summary>
public sealed class FolderTests
{
    private static readonly Type[] OneOfEach =
    [
        typeof(CaseState), typeof(CaseCommandHandler), typeof(RequestPipeline), typeof(WebHost), typeof(SeasonRun),
        typeof(CommandLine), typeof(DurableEngine),
    ];

    // What uses a folder stands right of it. A folder that is added finds its place here.
    private static readonly string[][] Workflows =
    [
        ["Records", "Editions", "Mail", "Telemetry"],
        ["Audit", "Directory", "Durable", "Office"],
        ["Bulk", "Canary", "Cases"],
        ["Access", "Drafts", "Evidence", "Rounds"],
        ["Contacts", "Filings", "Notices", "Post", "Reconciliation", "Sweeping", "Anchoring"],
        ["Inbound"],
        ["CaseFiles", "Health"],
        ["Alarms", "Approvals"],
        ["Composition"],
    ];

    private static readonly Architecture All = new ArchLoader()
        .LoadAssemblies([.. OneOfEach.Select(t => t.Assembly), typeof(ServiceCollection).Assembly]).Build();

    public static TheoryData<string> Projects => [.. OneOfEach.Select(RootOf)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_BesideEachOther_FormNoCycle(string root) =>
        Assert.Equal([], Parents(root).Select(CycleIn).OfType<string>());

    [Fact]
    public void Workflows_EachFolder_KnowsOnlyWhatLiesBelow()
    {
        for (var level = 0; level < Workflows.Length; level++)
        {
            var below = Workflows.Take(level).SelectMany(l => l).ToList();
            foreach (var folder in Workflows[level])
                Assert.Equal([], KnownBy(folder).Except(below).Select(k => $"{folder} knows {k}"));
        }
    }

    [Fact]
    public void Workflows_EveryFolder_HasItsLevel() => Assert.Equal(
        typeof(CaseCommandHandler).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Tedori.Workflows.", StringComparison.Ordinal) == true)
            .Select(FolderOf).Distinct().Order(),
        Workflows.SelectMany(l => l).Order());

    // The web server has a container of its own, which is put together where the server is; the worker's SDK writes
    // what registers the functions into the project's root, where nothing of ours lies that could.
    [Theory]
    [MemberData(nameof(Projects))]
    public void Services_AreRegisteredByComposition(string root) => Types().That()
        .ResideInNamespaceMatching($"^{root.Replace(".", "\\.", StringComparison.Ordinal)}(\\.|$)").And()
        .DoNotResideInNamespaceMatching("\\.Composition(\\.|$)").And()
        .DoNotResideInNamespaceMatching("^Tedori\\.Functions$").And().AreNot(typeof(WebHost))
        .Should().NotDependOnAny(typeof(IServiceCollection)).WithoutRequiringPositiveResults().Check(All);

    private static IEnumerable<string> KnownBy(string folder) => Known("Tedori.Workflows", folder);

    /// <summary>The folder of the project and those in it that hold folders.</summary>
    private static IEnumerable<string> Parents(string root) => All.Types.Select(NamespaceOf)
        .Where(n => n.StartsWith($"{root}.", StringComparison.Ordinal))
        .SelectMany(n => Enumerable.Range(0, n.Count(c => c == '.')).Select(i => string.Join('.', n.Split('.').Take(i + 1))))
        .Where(n => n.StartsWith(root, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>A way from a folder back to itself, or null.</summary>
    private static string? CycleIn(string parent)
    {
        var folders = All.Types.Select(t => FolderIn(parent, t)).OfType<string>().Distinct().ToList();
        var known = folders.ToDictionary(f => f, f => Known(parent, f).ToList());
        var done = new HashSet<string>();
        return folders.Select(f => Walk([f])).FirstOrDefault(w => w is not null);

        string? Walk(IReadOnlyList<string> way)
        {
            if (way.Take(way.Count - 1).Contains(way[^1]))
                return $"{parent}: {string.Join(" → ", way)}";
            var found = done.Contains(way[^1])
                ? null
                : known[way[^1]].Select(next => Walk([.. way, next])).FirstOrDefault(w => w is not null);
            done.Add(way[^1]);
            return found;
        }
    }

    private static IEnumerable<string> Known(string parent, string folder) => All.Types
        .Where(t => FolderIn(parent, t) == folder)
        .SelectMany(t => t.Dependencies.Select(d => FolderIn(parent, d.Target)).OfType<string>())
        .Where(known => known != folder).Distinct().Order(StringComparer.Ordinal);

    private static string? FolderIn(string parent, IType type) =>
        NamespaceOf(type).StartsWith($"{parent}.", StringComparison.Ordinal)
            ? NamespaceOf(type)[(parent.Length + 1)..].Split('.')[0]
            : null;

    // A parameter of a generic type has none.
    private static string NamespaceOf(IType type) => type.Namespace?.FullName ?? "";

    private static string FolderOf(Type type) => type.Namespace!.Split('.')[2];

    private static string RootOf(Type type) => string.Join('.', type.Namespace!.Split('.').Take(2));
}
