using System.Xml.Linq;
using Tedori.Functions.Settings;
using Tedori.Testing;

namespace Tedori.Tests.Development;

/// <summary>The files of a developer's machine: what the example names, and that none of them is deployed.</summary>
public sealed class LocalSettingsFileTests
{
    // Read by the host before our code runs; the Bicep sets them in another form or not at all.
    private static readonly string[] OfTheHost = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    [Fact]
    public void Example_NamesNothingThatNobodyReads() => Assert.Empty(ExampleSettings.All.Keys
        .Except(SettingNames.All.Select(s => s.Name))
        .Except(SettingNames.Development).Except(SettingNames.Surroundings).Except(OfTheHost));

    [Fact]
    public void Development_Settings_AreNoneThatTheBicepSets() =>
        Assert.Empty(SettingNames.Development.Intersect(SettingNames.All.Select(s => s.Name)));

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData("local.settings.example.json")]
    public void Settings_OfADeveloper_AreNeverPublished(string file)
    {
        var project = XDocument.Load(RepositoryRoot.Of("functions", "Tedori.Functions", "Tedori.Functions.csproj"));
        var item = Assert.Single(project.Descendants("None"), n => (string?)n.Attribute("Update") == file);

        Assert.Equal("Never", (string?)item.Attribute("CopyToPublishDirectory"));
    }

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData(".development/")]
    public void Files_OfADeveloper_AreIgnoredByGit(string line) =>
        Assert.Contains(line, File.ReadAllLines(RepositoryRoot.Of(".gitignore")));
}
