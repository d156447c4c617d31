using Tedori.Testing;

namespace Tedori.Tests.Codebase;

/// <summary>A property that fails fails again: every draw of one has a seed that its file names.</summary>
public sealed class PropertySeedTests
{
    private static readonly string[] Draws = ["Check.One(", ".Check(", "QuickCheck"];

    [Fact]
    public void Properties_OfEveryFile_AreDrawnWithASeedOfTheirOwn()
    {
        var drawing = Directory
            .EnumerateFiles(RepositoryRoot.Of("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith($"{nameof(PropertySeedTests)}.cs", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Contains("using FsCheck", StringComparison.Ordinal)
                && Draws.Any(draw => file.Text.Contains(draw, StringComparison.Ordinal)))
            .ToList();

        Assert.NotEmpty(drawing);
        Assert.Equal([], drawing.Where(f => !IsSeeded(f.Text)).Select(f => f.Name));
    }

    private static bool IsSeeded(string text) =>
        text.Contains(".WithReplay(", StringComparison.Ordinal)
            && !text.Contains("QuickCheck", StringComparison.Ordinal);
}
