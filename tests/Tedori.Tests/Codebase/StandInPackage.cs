using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tedori.Tests.Codebase;

/// <summary>The packages that have stand-ins: a folder each, named as the package, with the namespaces and the words
/// (types, extension methods) it declares.</summary>
internal sealed partial record StandInPackage(string Id, IReadOnlySet<string> Namespaces, IReadOnlySet<string> Words)
{
    private static readonly string Folder = RepositoryRoot.Of("infra", "local", "standins");

    private const string Worker = "Microsoft.Azure.Functions.Worker";
    private const string Durable = "Microsoft.DurableTask";

    /// <summary>The packages that come with another one: to list that is to list them.</summary>
    private static readonly ILookup<string, string> Brought = new[]
    {
        (Worker, $"{Worker}.Core"),
        ($"{Worker}.Extensions.Http", $"{Worker}.Extensions.Abstractions"),
        ($"{Worker}.Extensions.Timer", $"{Worker}.Extensions.Abstractions"),
        ($"{Worker}.Extensions.DurableTask", $"{Worker}.Extensions.Abstractions"),
        ($"{Worker}.Extensions.DurableTask", $"{Durable}.Client"),
        ($"{Worker}.Extensions.DurableTask", $"{Durable}.Worker"),
        ($"{Durable}.Client", $"{Durable}.Abstractions"),
        ($"{Durable}.Worker", $"{Durable}.Abstractions"),
        ("SendGrid.Extensions.DependencyInjection", "SendGrid"),
    }.ToLookup(p => p.Item1, p => p.Item2);

    public static IReadOnlySet<string> Replaced { get; } = XDocument.Load(Path.Combine(Folder, "StandIns.targets"))
        .Descendants("StandInPackage")
        .Select(e => e.Attribute("Include")!.Value)
        .ToHashSet();

    public static IReadOnlyList<StandInPackage> All { get; } =
    [
        .. Directory.EnumerateDirectories(Folder)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .Select(folder => Read(Path.GetFileName(folder), folder)),
    ];

    public static HashSet<string> WithBrought(IEnumerable<string> ids) =>
        ids.SelectMany(id => WithBrought(Brought[id]).Prepend(id)).ToHashSet();

    private static StandInPackage Read(string id, string folder)
    {
        var source = string.Join(
            "\n", Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var types = Found(TypeDeclared(), source);
        var attributes = types.Where(t => t.EndsWith("Attribute", StringComparison.Ordinal)).Select(t => t[..^9]);
        var spaces = Found(NamespaceDeclared(), source)
            .Where(n => !n.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
        var words = types.Concat(attributes).Concat(Found(ExtensionDeclared(), source));
        return new(id, spaces.ToHashSet(), words.ToHashSet());
    }

    private static List<string> Found(Regex declared, string source) =>
        [.. declared.Matches(source).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclared();

    [GeneratedRegex(
        @"^public [\w ]*?\b(?:class|record|struct|interface|enum|delegate [\w<>?]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclared();

    [GeneratedRegex(@"^    public static [^(=;]*?\b(\w+)(?:<[\w, ]+>)?\(\s*this ", RegexOptions.Multiline)]
    private static partial Regex ExtensionDeclared();
}
