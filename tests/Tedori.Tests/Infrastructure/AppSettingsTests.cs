using System.Text.RegularExpressions;
using Tedori.Functions.Settings;
using Tedori.Testing;

namespace Tedori.Tests.Infrastructure;

/// <summary>What the code reads, what the list names and what the Bicep sets are one and the same.</summary>
public sealed class AppSettingsTests
{
    // Where the start hands the configuration to what reads it.
    private const string Handover = "SettingsReader.Read(builder.Configuration)";

    private static readonly string[] Always = ["ownSettings", "hostSettings"];
    private static readonly string[] WhereChosen = ["otlpSettings", "staffSettings"];
    private static readonly ArmTemplate Application = Compiled.Module("application");

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

    // The alarms read what the worker sends there.
    [Fact]
    public void Bicep_ApplicationInsights_IsSetWhateverIsChosen() =>
        Assert.Contains(SettingNames.ApplicationInsights, Settings("ownSettings"));

    [Fact]
    public void Bicep_Secrets_AreReferencesToTheVaultAndNothingElseIs()
    {
        var references = Always.Concat(WhereChosen).SelectMany(group => Application.Variable(group).EnumerateObject())
            .Where(setting => setting.Value.ToString().Contains("Microsoft.KeyVault", StringComparison.Ordinal))
            .ToList();

        Assert.All(references, setting => Assert.Matches(
            @"^\[format\('@Microsoft\.KeyVault\(SecretUri=\{0\}\)', parameters\('\w+'\)\)\]$",
            setting.Value.GetString()));
        Assert.Equal(
            SettingNames.All.Where(s => s.Secret).Select(s => s.Name).Order(), references.Select(s => s.Name).Order());
    }

    [Fact]
    public void Bicep_MergesEveryGroupOfSettings() => Assert.Equal(
        "[union(variables('ownSettings'), variables('hostSettings'), "
            + "if(empty(parameters('otlpEndpoint')), createObject(), variables('otlpSettings')), "
            + "if(empty(parameters('staffClientId')), createObject(), variables('staffSettings')))]",
        Application.Resources.Single(r => r.Name.EndsWith("'appsettings')]", StringComparison.Ordinal))
            .Properties.GetString());

    [Theory]
    [InlineData(SettingNames.RecordsEndpoint, "records", "endpoint")]
    [InlineData(SettingNames.EvidenceEndpoint, "evidence", "endpoint")]
    [InlineData(SettingNames.KeyRingBlob, "records", "keyRingBlob")]
    [InlineData(SettingNames.KeyVaultKey, "vault", "keyRingKey")]
    [InlineData(SettingNames.SendGridKey, "vault", "sendGridKey")]
    [InlineData(SettingNames.IdentityClientId, "identity", "clientId")]
    [InlineData(SettingNames.ApplicationInsights, "telemetry", "connectionString")]
    [InlineData("AzureWebJobsStorage__accountName", "host-storage", "name")]
    public void Bicep_Setting_IsWhatItsModuleSays(string setting, string module, string output)
    {
        var group = Always.Single(g => Settings(g).Contains(setting));
        var parameter = Regex.Match(
            Application.Variable(group).GetProperty(setting).GetString()!, @"parameters\('(\w+)'\)").Groups[1].Value;

        Assert.Matches(
            $@"'Microsoft\.Resources/deployments', '{module}'\), '[\d-]+'\)\.outputs\.{output}\.value\]$",
            Compiled.Main.Modules.Single(m => m.Name == "application").Given[parameter]);
    }

    [Fact]
    public void Code_ReadsConfiguration_OnlyWhereTheSettingsAreRead()
    {
        var reads = new Regex(
            @"GetEnvironmentVariable|\bIConfiguration\b|ConfigurationBuilder|\.Configuration\b"
            + @"|\bExpandEnvironmentVariables");

        Assert.Empty(Source().Where(file => !file.Path.Contains("/Tedori.Functions/Settings/", StringComparison.Ordinal))
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
            .Where(file => file.Path.Contains("/Tedori.Functions/Settings/", StringComparison.Ordinal)).Select(file => file.Text));
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

    private static IEnumerable<string> Settings(string group) =>
        Application.Variable(group).EnumerateObject().Select(setting => setting.Name);

    private static IEnumerable<(string Path, string Text)> Source() =>
        new[] { "functions", "workflows" }
            .SelectMany(folder => Directory
                .EnumerateFiles(RepositoryRoot.Of(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => path.Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path
                .Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));
}
