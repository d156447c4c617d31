using Tedori.Local.Records;
using Tedori.Programme;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Season;
using Tedori.Tests.Commands;
using Tedori.Tests.Lottery.Proofs;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Season;

/// <summary>What a season publishes of its ten rounds, seen by all three verifiers.</summary>
[Collection(CommandLineTestsGroup.Name)]
public sealed class DrawnSeasonTests
{
    [SkippableFact]
    public async Task Draws_OfAllTenRounds_HoldForAllThreeVerifiers()
    {
        Verifiers.Require();
        using var folder = new TemporaryFolder();
        var played = (await PlayedSeason.OfAsync(1)).Folder!;
        await using var records = new SqliteRecords(played["records.db"]);
        var archive = new DrawArchive(new RoundRecords(records), new());
        for (var round = 1; round <= 10; round++)
        {
            var file = await archive.FileAsync(new("r7", round));
            // The draw of the fourth is repeated.
            Assert.Equal(round == 4 ? 2 : 1, file!.Draws.Count);
            Assert.All(file.Draws, d => Assert.NotEmpty(d.Ranking!));
            await AssertHoldsAsync(folder, file);
            await AssertHoldsAsync(folder, await archive.ProofAsync(await FirstAsync(records, new("r7", round))));
        }
    }

    [SkippableFact]
    public async Task Draw_OfARoundThatIsSealedOnly_HoldsAndHasNoRanking()
    {
        Verifiers.Require();
        using var folder = new TemporaryFolder();
        await PlayedSeason.BeginAsync(folder.Path, seed: 1, Tokyo.At("2025-05-23T17:10:00"));
        await using var records = new SqliteRecords(folder["records.db"]);
        var file = await new DrawArchive(new RoundRecords(records), new()).FileAsync(new("r7", 1));
        Assert.Null(Assert.Single(file!.Draws).Ranking);
        Assert.Equal(Tokyo.At("2025-05-23T17:02:00"), file.Draws[0].AnnouncedAt);
        Assert.Equal(Tokyo.At("2025-05-23T17:32:00"), file.Draws[0].Beacon.Due);
        await AssertHoldsAsync(folder, file);
    }

    private static async Task<CaseId> FirstAsync(SqliteRecords records, RoundId round) =>
        (await new RoundRecords(records).ListAsync(round))!.Value.List.Entries[0].CaseId;

    private static async Task AssertHoldsAsync<T>(TemporaryFolder folder, T file)
    {
        await using (var stream = File.Create(folder["published.json"]))
            await ProofFile.WriteAsync(stream, file);
        var verdict = await Verifiers.AgreeAsync(folder["published.json"]);
        Assert.True(verdict.ExitCode == 0, verdict.Output);
    }
}
