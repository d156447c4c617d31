using Tedori.Local.Composition;
using Tedori.Season;
using Tedori.Testing.Azurite;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

/// <summary>One season on the stores of Azure and on those of one machine.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class AzuriteSeasonTests(AzuriteServer server)
{
    [SkippableFact]
    public async Task Season_OnTablesAndBlobs_HasTheJournalOfSqliteAndDisk()
    {
        var disk = await PlayedSeason.OfAsync(1);
        using var folder = new TemporaryFolder();
        var azure = await PlayedSeason.PlayAsync(
            new SeasonOptions(Sample.R7, PlayedSeason.Entries, 1) { OnAzurite = true },
            folder.Path,
            new AzuriteStores(server.ConnectionString));
        Assert.Equal(disk.Journal, azure.Journal);
        Assert.Equal(disk.Json, azure.Json);
        Assert.False(File.Exists(folder["records.db"]));
        Assert.False(Directory.Exists(folder["evidence"]));
    }
}
