using System.Text.Json.Nodes;
using Tedori.Local.Azurite;
using Tedori.Testing;
using Tedori.Testing.Azurite;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;

namespace Tedori.Tests.Commands;

[Collection(CommandLineTestsGroup.Name)]
public sealed class AzuriteSeasonCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Season_DataFolderButAzuriteOfItsOwn_IsRefused()
    {
        var line = await CommandLineRun.RefusalAsync("season", "--store", "azurite", "--data", folder["data"]);
        Assert.Contains("--data", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=tedori")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=tedori;AccountKey=no base64")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=tedori;AccountKey=AAAA")]
    [InlineData("AccountName=tedori;AccountKey=AAAA;TableEndpoint=https://storage.example/tedori")]
    public async Task Season_NamedAzuriteIsNone_IsRefused(string connectionString)
    {
        Environment.SetEnvironmentVariable(AzuriteHost.Variable, connectionString);
        try
        {
            var line = await CommandLineRun.RefusalAsync("season", "--store", "azurite");
            Assert.Contains(AzuriteHost.Variable, line, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(AzuriteHost.Variable, null);
        }
    }

    [SkippableFact]
    public async Task Season_NamedAzurite_GoesOnInItsFolderAndNotOnDisk()
    {
        AzuriteServer.Require();
        await using var azurite = await AzuriteProcess.StartAsync();
        Environment.SetEnvironmentVariable(AzuriteHost.Variable, azurite.ConnectionString);
        try
        {
            string[] onDisk = ["season", "--entries", "20", "--programme", TwoRounds(), "--data", folder["data"]];
            string[] season = [.. onDisk, "--store", "azurite", "--journal"];
            var first = await CommandLineRun.OfAsync([.. season, folder["first.jsonl"]]);
            var again = await CommandLineRun.OfAsync([.. season, folder["again.jsonl"]]);
            Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
            Assert.Equal(
                await File.ReadAllTextAsync(folder["first.jsonl"]), await File.ReadAllTextAsync(folder["again.jsonl"]));
            Assert.Contains("azurite", await CommandLineRun.RefusalAsync(onDisk), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(AzuriteHost.Variable, null);
        }
    }

    public void Dispose() => folder.Dispose();

    // A whole season on Azurite is compared with one on disk elsewhere.
    private string TwoRounds()
    {
        var edition = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Of("workflows", "Tedori.Programme", "Editions", "r7.json")))!;
        var rounds = edition["rounds"]!["value"]!.AsArray();
        while (rounds.Count > 2)
            rounds.RemoveAt(2);
        File.WriteAllText(folder["r7.json"], edition.ToJsonString());
        return folder["r7.json"];
    }
}
