namespace Tedori.Tests.Infrastructure;

/// <summary>A Bicep file as the tests see it: what it declares and what it says elsewhere.</summary>
internal sealed class BicepFile
{
    private static readonly string[] Declarations = ["param", "var", "resource", "module", "output"];

    private BicepFile(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        Tokens = BicepScanner.Scan(Name, Text);
        Declared = [.. Declare()];
    }

    public static IReadOnlyList<BicepFile> All { get; } =
    [
        Read(RepositoryRoot.Of("infra", "main.bicep")),
        .. Directory.GetFiles(RepositoryRoot.Of("infra", "modules"), "*.bicep").Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static BicepFile Main => All[0];

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<BicepToken> Tokens { get; }

    public IReadOnlyList<BicepDeclaration> Declared { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public IEnumerable<BicepDeclaration> Parameters => Of("param");

    public IEnumerable<BicepDeclaration> Resources => Of("resource");

    public IEnumerable<BicepDeclaration> Modules => Of("module");

    public IEnumerable<BicepDeclaration> Outputs => Of("output");

    public static BicepFile Module(string name) => All.Single(file => file.Name == name + ".bicep");

    public static BicepFile Target(BicepDeclaration module) =>
        Module(System.IO.Path.GetFileNameWithoutExtension(module.Type));

    public override string ToString() => Name;

    private static BicepFile Read(string path) => new(path);

    private IEnumerable<BicepDeclaration> Of(string keyword) => Declared
        .Where(declaration => declaration.Keyword == keyword);

    private IEnumerable<BicepDeclaration> Declare()
    {
        var starts = Tokens.Index().Where(token => IsStart(token.Item)).Select(token => token.Index).ToList();
        foreach (var (start, next) in starts.Zip(starts.Skip(1).Append(Tokens.Count)))
            yield return new(
                Tokens[start].Text, Tokens[start + 1].Text,
                [.. Tokens.Take(next).Skip(start + 2).TakeWhile(NotDecorator)]);
    }

    private static bool IsStart(BicepToken token) => token is { Depth: 0, Opens: true } && Declarations
        .Contains(token.Text);

    private static bool NotDecorator(BicepToken token) => !(token is { Depth: 0, Opens: true } && token.Is("@"));
}
