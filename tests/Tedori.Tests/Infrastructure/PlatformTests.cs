using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tedori.Functions.Azure.Blobs;
using Tedori.Testing;

namespace Tedori.Tests.Infrastructure;

public sealed class PlatformTests
{
    private static readonly ArmTemplate Evidence = Compiled.Module("evidence");

    [Fact]
    public void Application_HttpAndDurable_AreAlwaysReady()
    {
        var app = Compiled.Module("application").Single("Microsoft.Web/sites").Properties
            .GetProperty("functionAppConfig");
        var ready = app.GetProperty("scaleAndConcurrency").GetProperty("alwaysReady").EnumerateArray()
            .Select(g => (g.GetProperty("name").GetString(), g.GetProperty("instanceCount").GetString()));

        Assert.Equal(
            [("http", "[parameters('alwaysReady')]"), ("durable", "[parameters('alwaysReady')]")], ready);
        Assert.Equal(1, Compiled.Main.Parameters["alwaysReady"].GetProperty("minValue").GetInt32());
        Assert.Equal(
            ("dotnet-isolated", "10.0"),
            (app.GetProperty("runtime").GetProperty("name").GetString(), app.GetProperty("runtime")
                .GetProperty("version").GetString()));
    }

    [Fact]
    public void Application_DeploysWithNeitherUserNameNorPassword()
    {
        var policies = Compiled.Module("application").Resources
            .Where(r => r.Type == "Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();

        Assert.Equal(["'ftp')]", "'scm')]"], policies.Select(policy => policy.Name.Split(", ")[^1]).Order());
        Assert.All(policies, policy => Assert.Equal("False", policy.Property("allow")));
    }

    [Fact]
    public void Evidence_IsVersionedAndImmutable_AndQuarantineIsNot()
    {
        var policies = Evidence.Single(
            "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies");

        Assert.Equal(["evidence", "sealed"], Evidence.Variable("kept").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("[length(variables('kept'))]", policies.Count);
        Assert.Equal("[not(parameters('locked'))]", policies.Condition);
        Assert.Contains("variables('kept')[copyIndex()]", policies.Name, StringComparison.Ordinal);
        Assert.Equal("[parameters('retentionDays')]", policies.Property("immutabilityPeriodSinceCreationInDays"));
        Assert.Equal("True", Blobs.Property("isVersioningEnabled"));
    }

    [Fact]
    public void Evidence_Cors_LetsTheOwnOriginPutAndNothingElse()
    {
        var rule = Assert.Single(Blobs.Properties.GetProperty("cors").GetProperty("corsRules").EnumerateArray());

        Assert.Equal(["[parameters('uploadOrigin')]"], Texts(rule, "allowedOrigins"));
        Assert.Equal(EvidenceContainers.UploadMethods, string.Join(',', Texts(rule, "allowedMethods")));
        Assert.Equal(EvidenceContainers.UploadHeaders, string.Join(',', Texts(rule, "allowedHeaders")));
        Assert.Equal(EvidenceContainers.UploadAnswerHeaders, string.Join(',', Texts(rule, "exposedHeaders")));
        Assert.Equal(
            "[variables('appUrl')]",
            Compiled.Main.Modules.Single(module => module.Name == "evidence").Given["uploadOrigin"]);
    }

    [Theory]
    [InlineData("preprovision", "deploy-guard")]
    [InlineData("predeploy", "deploy-guard")]
    [InlineData("postprovision", "lock-evidence")]
    [InlineData("postdeploy", "scan-results")]
    public void Azd_Hook_IsThereForBothKindsOfShell(string hook, string script)
    {
        var text = File.ReadAllText(RepositoryRoot.Of("azure.yaml"));

        Assert.Matches(
            $@"  {hook}:\n    posix:\n      shell: sh\n      run: infra/hooks/{script}\.sh\n"
            + $@"    windows:\n      shell: pwsh\n      run: infra/hooks/{script}\.ps1", text);
        Assert.True(File.Exists(RepositoryRoot.Of("infra", "hooks", script + ".ps1")));
        var posix = RepositoryRoot.Of("infra", "hooks", script + ".sh");
        Assert.True(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) || File.GetUnixFileMode(posix)
            .HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Hooks_ReadOnlyWhatAzdKnowsOrTheReadmeNames()
    {
        var outputs = Compiled.Main.Outputs.Keys.ToHashSet();
        var readme = File.ReadAllText(RepositoryRoot.Of("infra", "OPERATIONS.md"));
        foreach (var hook in Directory.GetFiles(RepositoryRoot.Of("infra", "hooks")))
        {
            foreach (Match name in Regex.Matches(File.ReadAllText(hook), @"\b(?:TEDORI|AZURE)_[A-Z_]+\b"))
                Assert.True(outputs.Contains(name.Value) || readme
                    .Contains($"`{name.Value}`", StringComparison.Ordinal), $"{hook}: {name.Value}");
        }
    }

    [Fact]
    public void ParameterFile_EveryVariable_IsInTheReadme()
    {
        var readme = File.ReadAllText(RepositoryRoot.Of("infra", "OPERATIONS.md"));
        var text = File.ReadAllText(RepositoryRoot.Of("infra", "main.bicepparam"));

        Assert.All(
            Regex.Matches(text, @"readEnvironmentVariable\('(\w+)'").Select(match => match.Groups[1].Value),
            name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Workflow_HasOneJobThatRunsTheTestsAndKeepsWhatTheyPublished()
    {
        var text = File.ReadAllText(RepositoryRoot.Of(".github", "workflows", "ci.yml"));
        var jobs = text[text.IndexOf("\njobs:\n", StringComparison.Ordinal)..];

        Assert.Single(Regex.Matches(jobs, @"^  \w+:$", RegexOptions.Multiline));
        Assert.Equal(["tests/run"], Regex.Matches(jobs, @"- run: (.+)$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value));
        Assert.Contains("path: artifacts/functions\n", jobs, StringComparison.Ordinal);
        Assert.Contains(
            "-o artifacts/functions -warnaserror", File.ReadAllText(RepositoryRoot.Of("tests", "run")),
            StringComparison.Ordinal);
    }

    // Each is a command of its own there: one that is added and not named would never run.
    [Fact]
    public void Run_EveryProjectOfTests_IsNamed()
    {
        var run = File.ReadAllText(RepositoryRoot.Of("tests", "run"));
        var projects = Directory.GetFiles(RepositoryRoot.Of("tests"), "*.csproj", SearchOption.AllDirectories)
            .Where(p => File.ReadAllText(p).Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal))
            .Select(p => Path.GetFileNameWithoutExtension(p)).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, p => Assert.Contains($"dotnet test tests/{p} ", run, StringComparison.Ordinal));
    }

    private static ArmResource Blobs => Evidence.Single("Microsoft.Storage/storageAccounts/blobServices");

    private static IEnumerable<string> Texts(JsonElement rule, string name) =>
        rule.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
}
