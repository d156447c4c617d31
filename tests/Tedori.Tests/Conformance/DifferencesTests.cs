using System.Reflection;
using System.Text;
using Tedori.Testing;

namespace Tedori.Tests.Conformance;

/// <summary>The table of differences names specs that are there, and stands beside the engine as it is here.</summary>
public sealed class DifferencesTests
{
    [Fact]
    public void Differences_AllOfThem_NameASpec()
    {
        var specs = typeof(BackendSpecs).Assembly.GetTypes()
            .Where(t => t.IsAbstract && t.IsSubclassOf(typeof(BackendSpecs)))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .ToHashSet();
        Assert.All(Differences.All, d => Assert.Contains(d.Spec, specs));
    }

    [Fact]
    public async Task Table_BesideTheEngine_IsTheOneOfTheSpecs()
    {
        var file = RepositoryRoot.Of("infra", "local", "Tedori.Engine", "DIFFERENCES.md");
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, Table());
        Assert.Equal(Table(), await File.ReadAllTextAsync(file));
    }

    private static string Table()
    {
        var text = new StringBuilder("""
            # Where the back ends differ

            The same specs (`tests/Tedori.Tests/Conformance`) run on this engine, on what Microsoft's in-memory
            test host is made of (`InMemory`), and on the SDK's worker and client over gRPC with Azure Storage in
            Azurite (`AzureStorage`). Both of the latter are served by Microsoft's `TaskHubGrpcServer`, a server
            for tests: what is said of "the server" says nothing of Azure Durable Functions. Every spec holds
            everywhere but for these rows, and a test fails where a row is no longer true.
            Beyond that, Azure Storage counts a timer in whole seconds: it may fire up to a second before it is due.

            | spec | not on | why |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var spec in Differences.All.GroupBy(d => (d.Spec, d.Reason), d => d.Backend))
            text.Append($"| {spec.Key.Spec} | {string.Join(", ", spec)} | {spec.Key.Reason} |\n");
        return text.ToString();
    }
}
