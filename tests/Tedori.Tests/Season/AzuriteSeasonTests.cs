using Tedori.Local.Composition;
using Tedori.Programme.Editions;
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
    private const int FewRounds = 4;

    // Four rounds run side by side and leave places to each other; the others repeat them.
    [SkippableFact]
    public Task Season_OnTablesAndBlobs_HasTheJournalOfSqliteAndDisk() =>
        CompareAsync(Sample.R7 with { Rounds = [.. Sample.R7.Rounds.Take(FewRounds)] });

    [SkippableFact]
    public Task Season_OfAllRoundsOnTablesAndBlobs_HasTheJournalOfSqliteAndDisk()
    {
        Skip.IfNot(
            Environment.GetEnvironmentVariable("TEDORI_SOAK") == "1",
            $"It is played with TEDORI_SOAK=1; the first {FewRounds} rounds are played always.");
        return CompareAsync(Sample.R7);
    }

    private async Task CompareAsync(Edition edition)
    {
        var options = new SeasonOptions(edition, PlayedSeason.Entries, 1);
        var disk = await PlayedSeason.PlayAsync(options);
        using var folder = new TemporaryFolder();
        var azure = await PlayedSeason.PlayAsync(
            options with { OnAzurite = true }, folder.Path, new AzuriteStores(server.ConnectionString));
        Assert.Equal(disk.Journal, azure.Journal);
        Assert.Equal(disk.Json, azure.Json);
        Assert.False(File.Exists(folder["records.db"]));
        Assert.False(Directory.Exists(folder["evidence"]));
    }
}
