using System.Text.RegularExpressions;
using Tedori.Testing;

namespace Tedori.Tests.Codebase;

/// <summary>Nothing asks the runtime to compose text: with invariant globalization it would do nothing.</summary>
public sealed partial class NormalizationTests
{
    private static readonly string[] Folders = ["functions", "infra", "tests", "workflows"];

    [Fact]
    public void Sources_NoFile_ComposesTextByTheRuntime()
    {
        var files = Folders.SelectMany(f => Directory.EnumerateFiles(
            RepositoryRoot.Of(f), "*.cs", SearchOption.AllDirectories)).ToList();

        Assert.True(files.Count > 1000, $"{files.Count} files were read.");
        Assert.Equal([], files.Where(f => RuntimeCall().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));
    }

    [GeneratedRegex(@"\.(Normalize|IsNormalized)\((NormalizationForm|\))")]
    private static partial Regex RuntimeCall();
}
