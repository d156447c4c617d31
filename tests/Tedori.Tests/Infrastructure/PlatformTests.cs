using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tedori.Tests.Infrastructure;

public sealed class PlatformTests
{
    [Fact]
    public void Application_HttpAndDurable_AreAlwaysReady()
    {
        var app = BicepFile.Module("application").Text;

        Assert.Matches(
            @"alwaysReady: \[\s+\{\s+name: 'http'\s+instanceCount: alwaysReady\s+\}\s+"
            + @"\{\s+name: 'durable'\s+instanceCount: alwaysReady", app);
        Assert.Matches(@"@minValue\(1\)\s+param alwaysReady int", BicepFile.Main.Text);
        Assert.Contains("version: '10.0'", app, StringComparison.Ordinal);
    }

    [Fact]
    public void Scheduler_ItsTaskHub_IsTheHubOfTheHost()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Of("host.json")));
        var hub = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName")
            .GetString();

        Assert.Equal(hub, BicepFile.Module("scheduler").Resources.Single(r => r.Symbol == "taskHub").ValueOf("name"));
    }

    [Fact]
    public void Evidence_IsVersionedAndImmutable_AndQuarantineIsNot()
    {
        var evidence = BicepFile.Module("evidence");
        var kept = evidence.Declared.Single(d => d.Symbol == "kept").Body
            .Where(token => token.Kind == BicepTokenKind.Text).Select(token => token.Text);

        Assert.Equal(["evidence", "sealed"], kept);
        Assert.Equal("true", evidence.Resources.Single(r => r.Symbol == "blobs").ValueOf("isVersioningEnabled"));
        Assert.Contains("(container,i)inkept:if(!locked)",
            string.Concat(Policies(evidence).Select(t => t.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_Cors_LetsTheOwnOriginPutAndNothingElse()
    {
        var blobs = BicepFile.Module("evidence").Resources.Single(r => r.Symbol == "blobs");
        var text = string.Join(' ', blobs.Body.Select(token => token.Text));

        Assert.Contains("allowedOrigins : [ uploadOrigin ]", text, StringComparison.Ordinal);
        Assert.Contains("allowedMethods : [ PUT OPTIONS ]", text, StringComparison.Ordinal);
        foreach (var header in new[] { "x-ms-blob-type", "x-ms-version", "content-type", "content-md5" })
            Assert.Contains($" {header} ", text, StringComparison.Ordinal);
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
        var outputs = BicepFile.Main.Outputs.Select(output => output.Symbol).ToHashSet();
        var readme = File.ReadAllText(RepositoryRoot.Of("infra", "README.md"));
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
        var readme = File.ReadAllText(RepositoryRoot.Of("infra", "README.md"));
        var text = File.ReadAllText(RepositoryRoot.Of("infra", "main.bicepparam"));

        Assert.All(
            Regex.Matches(text, @"readEnvironmentVariable\('(\w+)'").Select(match => match.Groups[1].Value),
            name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    private static IReadOnlyList<BicepToken> Policies(BicepFile evidence) => evidence.Resources
        .Single(r => r.Symbol == "policies").Body;
}
