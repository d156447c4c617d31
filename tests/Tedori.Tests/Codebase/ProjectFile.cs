using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tedori.Testing;

namespace Tedori.Tests.Codebase;

/// <summary>A project as its file and its sources say it, without building it.</summary>
internal sealed partial record ProjectFile(string FullName)
{
    private static readonly string[] Output = ["bin", "obj", "artifacts", "node_modules", ".git"];

    private readonly XDocument content = XDocument.Load(FullName);

    public string Name => Path.GetFileNameWithoutExtension(FullName);

    public IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>The package references of this project and of all it refers to.</summary>
    public IEnumerable<string> PackagesInReach => Includes("ProjectReference")
        .Select(r => new ProjectFile(Path.GetFullPath(Path.Combine(Folder, r.Replace('\\', '/')))))
        .SelectMany(p => p.PackagesInReach)
        .Concat(Packages);

    /// <summary>The namespaces each source opens, with its text; the project's own Using items come first.</summary>
    public IEnumerable<(IReadOnlySet<string> Opened, string Text)> Sources => Files(Folder, ".cs", ".razor", ".cshtml")
        .Select(File.ReadAllText)
        .Select(text => ((IReadOnlySet<string>)Opened(text), text))
        .Prepend((Includes("Using").ToHashSet(), ""));

    private string Folder => Path.GetDirectoryName(FullName)!;

    public static IEnumerable<ProjectFile> All() =>
        Files(RepositoryRoot.Path, ".csproj").Select(f => new ProjectFile(f));

    /// <summary>Every file with one of the extensions under a folder, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(folder)
            .Where(f => extensions.Contains(Path.GetExtension(f)))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(d => !Output.Contains(Path.GetFileName(d)))
                .SelectMany(d => Files(d, extensions)));

    private IEnumerable<string> Includes(string item) =>
        content.Descendants(item).Attributes("Include").Select(a => a.Value);

    private static HashSet<string> Opened(string text) =>
        UsingDirective().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();

    [GeneratedRegex(@"^@?(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);?\s*$", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
