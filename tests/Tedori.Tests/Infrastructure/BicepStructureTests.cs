using System.Text.RegularExpressions;

namespace Tedori.Tests.Infrastructure;

/// <summary>
/// What can be known of the Bicep without its compiler, which cannot be installed everywhere: `az bicep build` in the
/// workflow of the repository asks the compiler itself.
/// </summary>
public sealed class BicepStructureTests
{
    private static readonly HashSet<string> Words =
    [
        "param", "var", "resource", "module", "output", "targetScope", "existing", "if", "for", "in", "true", "false",
        "null",
        "string", "int", "bool", "object", "array",
    ];

    private static readonly HashSet<string> Functions =
    [
        "dateTimeToEpoch", "description", "empty", "environment", "guid", "items", "json", "maxLength", "maxValue",
        "minLength",
        "minValue", "allowed", "newGuid", "resourceId", "secure", "split", "subscription", "subscriptionResourceId",
        "take",
        "tenant", "toLower", "trim", "union", "uniqueString", "utcNow",
    ];

    public static TheoryData<string> Files => new(BicepFile.All.Select(file => file.Name));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_EveryWordThatRefersToSomething_IsDeclared(string name)
    {
        var file = Get(name);
        var known = file.Declared.Where(d => d.Keyword != "output").Select(d => d.Symbol).Concat(LoopVariables(file))
            .ToHashSet();

        var unknown = References(file).Where(token => !known.Contains(token.Text) && !Functions.Contains(token.Text));

        Assert.Empty(unknown.Select(token => $"{name}({token.Line}): {token.Text}"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_EverySymbol_IsDeclaredOnce(string name)
    {
        var symbols = Get(name).Declared.Where(d => d.Keyword != "output").Select(d => d.Symbol);

        Assert.Empty(symbols.GroupBy(symbol => symbol).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_EveryParameterAndVariable_IsUsed(string name)
    {
        var used = References(Get(name)).Select(token => token.Text).ToHashSet();

        Assert.Empty(Get(name).Declared.Where(d => d.Keyword is "param" or "var").Select(d => d.Symbol).Except(used));
    }

    [Fact]
    public void Main_EveryModule_ExistsAndIsGivenExactlyItsParameters()
    {
        foreach (var module in BicepFile.Main.Modules)
        {
            Assert.True(
                File.Exists(RepositoryRoot.Of("infra", module.Type)),
                $"{module.Symbol}: {module.Type} does not exist.");
            var target = BicepFile.Target(module);
            Assert.Empty(target.Parameters.Where(p => !p.HasDefault).Select(p => p.Symbol).Except(module.Given));
            Assert.Empty(module.Given.Except(target.Parameters.Select(p => p.Symbol)));
        }
    }

    [Fact]
    public void Main_EveryOutputOfAModuleThatItReads_IsOne()
    {
        var read = Regex.Matches(BicepFile.Main.Text, @"\b(\w+)\.\??outputs\.\??(\w+)");

        Assert.NotEmpty(read);
        foreach (Match match in read)
        {
            var module = Assert.Single(BicepFile.Main.Modules, m => m.Symbol == match.Groups[1].Value);
            Assert.Contains(BicepFile.Target(module).Outputs, output => output.Symbol == match.Groups[2].Value);
        }
    }

    [Fact]
    public void Main_ComposesOnly_AndEveryModuleIsComposedOrDeployedByAHook()
    {
        Assert.Equal(["group"], BicepFile.Main.Resources.Select(resource => resource.Symbol));
        var composed = BicepFile.Main.Modules.Select(module => Path.GetFileName(module.Type));
        Assert.Equal(["scan-results.bicep"], BicepFile.All.Skip(1).Select(file => file.Name).Except(composed));
        Assert.Contains(
            "modules/scan-results.bicep", File.ReadAllText(RepositoryRoot.Of("infra", "hooks", "scan-results.sh")),
                StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_OfTheParameterFile_AreThoseOfMain()
    {
        var text = File.ReadAllText(RepositoryRoot.Of("infra", "main.bicepparam"));
        var given = Regex.Matches(text, @"^param (\w+) =", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value).ToList();

        Assert.Empty(given.Except(BicepFile.Main.Parameters.Select(p => p.Symbol)));
        Assert.Empty(BicepFile.Main.Parameters.Where(p => !p.HasDefault).Select(p => p.Symbol).Except(given));
    }

    [Fact]
    public void Resources_OfOneType_HaveOneVersion()
    {
        var types = BicepFile.All.SelectMany(file => file.Resources).Select(resource => resource.Type.Split('@'))
            .ToList();

        Assert.All(types, type => Assert.Matches(@"^\d{4}-\d{2}-\d{2}(-preview)?$", type[1]));
        Assert.Empty(types.GroupBy(type => type[0]).Where(group => group.DistinctBy(type => type[1]).Count() > 1)
            .Select(g => g.Key));
    }

    private static BicepFile Get(string name) => BicepFile.All.Single(file => file.Name == name);

    private static IEnumerable<BicepToken> References(BicepFile file)
    {
        var declaring = file.Declared.Select(d => d.Symbol).ToHashSet();
        for (var i = 0; i < file.Tokens.Count; i++)
        {
            var (token, before, after) = (file.Tokens[i], file.Tokens.ElementAtOrDefault(i - 1), file.Tokens
                .ElementAtOrDefault(i + 1));
            var member = before?.Text is "." || (before?.Text is "?" && file.Tokens[i - 2].Text is ".");
            var key = token.Opens && after?.Text is ":";
            var declared = before is { Opens: true, Depth: 0 } && Words.Contains(before.Text);
            if (token.Kind == BicepTokenKind.Word && !member && !key && !declared && !Words.Contains(token.Text)
                && !char.IsDigit(token.Text[0]))
                yield return token;
        }
    }

    private static IEnumerable<string> LoopVariables(BicepFile file) =>
        Regex.Matches(file.Text, @"\bfor \(?(\w+)(?:, (\w+)\))? in\b")
            .SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value });
}
