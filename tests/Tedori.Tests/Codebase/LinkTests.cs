using System.Text.RegularExpressions;
using Tedori.Testing;

namespace Tedori.Tests.Codebase;

/// <summary>Every link between the repository's pages leads somewhere.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Pages = [.. Walk(new DirectoryInfo(RepositoryRoot.Path))];

    [Fact]
    public void Links_InEveryPage_LeadToAFileOrHeadingThatIsThere()
    {
        var links = Pages.SelectMany(page => LinksIn(page).Select(link => (page, link))).ToList();

        Assert.True(links.Count > 60, $"{links.Count} links were found.");
        Assert.Equal([], links.Where(l => !LeadsSomewhere(l.page, l.link)).Select(l => $"{l.page}: {l.link}"));
    }

    [Theory]
    [InlineData("workflows/README.md#decisions", true)]
    [InlineData("README.md#事務局の方へ", true)]
    [InlineData("#two-commands", true)]
    [InlineData("infra", true)]
    [InlineData("workflows/README.md#decision", false)]
    [InlineData("workflows/READ.md", false)]
    [InlineData("#nowhere", false)]
    public void LeadsSomewhere_FromTheFirstPage_KnowsFilesAndHeadings(string link, bool leads) =>
        Assert.Equal(leads, LeadsSomewhere(RepositoryRoot.Of("README.md"), link));

    [Theory]
    [InlineData("workflows")]
    [InlineData("infra")]
    public void Decisions_EveryFile_IsListedUnderItsOwnTitle(string folder)
    {
        var index = File.ReadAllText(RepositoryRoot.Of(folder, "README.md"));
        var files = Directory.GetFiles(RepositoryRoot.Of(folder, "adr"), "*.md").Order(StringComparer.Ordinal);

        Assert.Equal(
            files.Select(f => $"- [{File.ReadLines(f).First()[2..]}](adr/{Path.GetFileName(f)})"),
            index.Split('\n').Where(line => line.StartsWith("- [0", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles("*.md")
        .Select(f => f.FullName).Concat(folder.EnumerateDirectories().Where(IsOurs).SelectMany(Walk));

    private static bool IsOurs(DirectoryInfo folder) => folder.LinkTarget is null
        && folder.Name is not ("bin" or "obj" or "node_modules" or "artifacts" or "TestResults")
        && (folder.Name is ".github" || !folder.Name.StartsWith('.'));

    private static IEnumerable<string> LinksIn(string page) => Link().Matches(TextOf(page))
        .Select(m => m.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));

    private static string TextOf(string page) => Code().Replace(File.ReadAllText(page), "");

    private static bool LeadsSomewhere(string page, string link)
    {
        var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(path));
        return heading is null
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && Anchors(target).Contains(Uri.UnescapeDataString(heading));
    }

    /// <summary>As GitHub makes them: lower case, spaces to hyphens, other marks left out.</summary>
    private static IEnumerable<string> Anchors(string page) => Heading().Matches(TextOf(page))
        .Select(m => Marks().Replace(m.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
