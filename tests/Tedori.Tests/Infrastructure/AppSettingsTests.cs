using System.Text.RegularExpressions;
using Tedori.Functions.Azure.Settings;

namespace Tedori.Tests.Infrastructure;

/// <summary>What the code reads, what the list names and what the Bicep sets are one and the same.</summary>
public sealed class AppSettingsTests
{
    // Where the start hands the configuration to what reads it.
    private const string Handover = "SettingsReader.Read(builder.Configuration)";

    private static readonly string[] Always = ["ownSettings", "hostSettings"];
    private static readonly string[] WhereChosen = ["otlpSettings", "staffSettings", "schedulerSettings"];

    [Fact]
    public void Bicep_Sets_ExactlyTheSettingsOfTheList()
    {
        var set = Always.Concat(WhereChosen).SelectMany(Settings).ToList();

        Assert.Equal(set.Distinct().Order(), set.Order());
        Assert.Equal(SettingNames.All.Select(setting => setting.Name).Order(), set.Order());
    }

    [Fact]
    public void Bicep_RequiredSettings_AreSetWhateverIsChosen() =>
        Assert.Empty(SettingNames.All.Where(s => s.Required).Select(s => s.Name).Except(Always.SelectMany(Settings)));

    [Fact]
    public void Bicep_Secrets_AreReferencesToTheVaultAndNothingElseIs()
    {
        var references = Regex.Matches(
            Application.Text, @"^ +(\w+): '@Microsoft\.KeyVault\(SecretUri=\$\{\w+\}\)'", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

        Assert.Equal(SettingNames.All.Where(s => s.Secret).Select(s => s.Name).Order(), references.Order());
    }

    [Fact]
    public void Bicep_MergesEveryGroupOfSettings()
    {
        var merged = Regex.Match(Application.Text, @"properties: union\(([^)]*)\)").Groups[1].Value.Split(", ");

        Assert.Equal(Always.Concat(WhereChosen), merged);
    }

    [Fact]
    public void Code_ReadsConfiguration_OnlyWhereTheSettingsAreRead()
    {
        var reads = new Regex(
            @"GetEnvironmentVariable|\bIConfiguration\b|ConfigurationBuilder|\.Configuration\b"
            + @"|\bExpandEnvironmentVariables");

        Assert.Empty(Source().Where(file => !file.Path.Contains("/Azure/Settings/", StringComparison.Ordinal))
            .Where(file => reads.IsMatch(file.Text.Replace(Handover, "", StringComparison.Ordinal)))
                .Select(file => file.Path));
    }

    [Fact]
    public void Code_ReadsEverySettingThatIsItsOwn()
    {
        var reader = string.Concat(Source()
            .Where(file => file.Path.EndsWith("Reader.cs", StringComparison.Ordinal)
                || file.Path.EndsWith("Reader.Mail.cs", StringComparison.Ordinal)
                || file.Path.EndsWith("/DevelopmentGate.cs", StringComparison.Ordinal))
            .Where(file => file.Path.Contains("/Azure/Settings/", StringComparison.Ordinal)).Select(file => file.Text));
        var constants = typeof(SettingNames).GetFields().Where(field => field.IsLiteral)
            .ToDictionary(field => (string)field.GetRawConstantValue()!, field => field.Name);

        Assert.All(
            [
                .. SettingNames.All.Where(setting => setting.Reader == SettingReader.App).Select(s => s.Name),
                .. SettingNames.Development, .. SettingNames.Surroundings,
            ],
            name => Assert.Matches($@"\b(Setting)?Names\.{constants[name]}\b", reader));
    }

    [Fact]
    public void Code_NamesNoSettingBesideTheList()
    {
        var names = new Regex(
            "\"(?:(?:TEDORI|OTEL|AZURE|APPLICATIONINSIGHTS|DURABLE_TASK|WEBSITE)_[A-Z_]+|AzureWebJobs\\w+|%\\w+%)\"");

        Assert.Empty(Source().Where(file => !file.Path.EndsWith("/SettingNames.cs", StringComparison.Ordinal))
            .SelectMany(file => names.Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));
    }

    private static BicepFile Application => BicepFile.Module("application");

    private static IEnumerable<string> Settings(string variable) =>
        Application.Declared.Single(d => d.Keyword == "var" && d.Symbol == variable) is var declared &&
        declared.Body.Any(token => token.Is("?"))
            ? KeysAfterColon(declared)
            : Application.Declared.Single(d => d.Symbol == variable).Keys();

    // A conditional group: `condition ? {} : { … }`.
    private static IEnumerable<string> KeysAfterColon(BicepDeclaration declared) =>
        declared.Body.Where(token => token is { Opens: true, Kind: BicepTokenKind.Word }).Select(token => token.Text);

    private static IEnumerable<(string Path, string Text)> Source() =>
        new[] { "functions", "workflows" }
            .SelectMany(folder => Directory
                .EnumerateFiles(RepositoryRoot.Of(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => path.Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path
                .Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));
}
