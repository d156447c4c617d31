using Tedori.Season.Reporting;
using Tedori.Testing.Cases;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

public sealed class SeasonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Play_AnySeed_AllInvariantsHold(long seed)
    {
        var report = (await PlayedSeason.OfAsync(seed)).Report;

        Assert.Equal(19, report.Invariants.Count);
        Assert.All(report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
        Assert.True(report.Held);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Report_AnySeed_SumsAgree(long seed)
    {
        var season = await PlayedSeason.OfAsync(seed);

        Assert.Equal(Enumerable.Range(1, 10), season.Report.Rounds.Select(r => r.Round));
        Assert.All(season.Report.Rounds, AssertConsistent);
        Assert.All(season.Report.Rounds, r => Assert.Equal(
            season.Facts.Count(f => f.Type == "entry.received" && f.Round == r.Round && f.Accepted), r.Entries));
        AssertTotals(season.Report);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Entries_AtTheEdgesOfEveryWindow_AreThereAndJudged(long seed)
    {
        var entries = (await PlayedSeason.OfAsync(seed)).Facts.Where(f => f.Type == "entry.received").ToList();
        for (var round = 1; round <= 10; round++)
        {
            var (opens, closes) = (PrintedCalendar.Of(round, "entry_opens"), PrintedCalendar.Of(round, "entry_closes"));
            foreach (var (date, time, accepted) in new[]
            {
                (opens, "08:59:59.999", false), (opens, "09:00:00", true),
                (closes, "16:59:59.999", true), (closes, "17:00:00", SeldomPlayedTests.MovedBeforeItsEnd(round)),
            })
            {
                var at = JournalFact.Tokyo(date, time);
                Assert.Contains(entries, e => e.Round == round && e.At == at && e.Accepted == accepted);
                Assert.DoesNotContain(entries, e => e.Round == round && e.At == at && e.Accepted != accepted);
            }
        }
    }

    [Fact]
    public async Task Play_SameSeedAgain_IsByteIdentical()
    {
        var first = await PlayedSeason.OfAsync(1);
        var again = await PlayedSeason.PlayAsync(new(Sample.R7, PlayedSeason.Entries, Seed: 1));

        Assert.Equal(first.Json, again.Json);
        Assert.Equal(first.Journal, again.Journal);
    }

    [Fact]
    public async Task Play_AnotherSeed_IsAnotherSeason()
    {
        var (one, two) = (await PlayedSeason.OfAsync(1), await PlayedSeason.OfAsync(2));

        Assert.NotEqual(one.Report.Totals, two.Report.Totals);
        Assert.NotEqual(one.Journal, two.Journal);
    }

    [Fact]
    public async Task Play_HintsGetLost_TheSweeperMendsAndAllInvariantsHold()
    {
        var season = await PlayedSeason.OfAsync(1, lostHints: 150);

        Assert.True(season.Figures.Mended > 0, "The sweeper met nothing to mend.");
        Assert.All(season.Report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
    }

    [Fact]
    public async Task Play_EveryHintIsLost_NoOrchestrationIsLeft()
    {
        var season = await PlayedSeason.PlayAsync(new(Sample.R7, 20, 3, LostHints: 1000));

        Assert.All(season.Report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
    }

    [Fact]
    public async Task Play_ASecondEdition_NeedsNoNewCode()
    {
        var season = await PlayedSeason.PlayAsync(new(PlayedSeason.SecondEdition(), Entries: 20, Seed: 1));

        Assert.Equal(("r8", 2), (season.Report.Programme, season.Report.Rounds.Count));
        Assert.All(season.Report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
        Assert.True(season.Report.Totals.Granted > 0);
        Assert.All(season.Report.Rounds, r => Assert.InRange(r.LatestResultBusinessDay, 1, 5));
    }

    private static void AssertConsistent(RoundReport round)
    {
        Assert.Equal(round.Entries, round.Won + round.Lost + round.Excluded);
        Assert.Equal(
            round.Won,
            round.Lapsed.Values.Sum() + round.Withdrawn + round.Ineligible + round.Granted + round.Refused);
        Assert.Equal(PrintedCalendar.Places(round.Round), round.Places);
        Assert.InRange(round.Won, 0, round.Places + round.CarriedIn);
        Assert.Equal(round.Entries, round.ResultNoticesSent);
        Assert.InRange(round.LatestResultBusinessDay, 1, 7);
        Assert.InRange(round.YenGranted, 0, round.Granted * 2_300_000L);
    }

    private static void AssertTotals(SeasonReport report)
    {
        Assert.Equal(report.Rounds.Sum(r => r.Entries), report.Totals.Entries);
        Assert.Equal(report.Rounds.Sum(r => r.Granted), report.Totals.Granted);
        Assert.Equal(report.Rounds.Sum(r => r.YenGranted), report.Totals.YenGranted);
        Assert.Equal(report.Notices.Values.Sum(), report.Totals.Mails);
        Assert.True(report.Totals is { Excluded: > 0, Withdrawn: > 0, Lapsed: > 0, Granted: > 0, RefusedFilings: > 0 });
    }
}
