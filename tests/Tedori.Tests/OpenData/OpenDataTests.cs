using System.Text.Json;
using NodaTime;
using Tedori.Functions.Public.OpenData;
using Tedori.Functions.Statistics;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.OpenData;

/// <summary>The open data: what is told, what is hidden, and that files and schema say the same.</summary>
public sealed class OpenDataTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Dictionary<Outcome, int> Many = new()
    {
        [Outcome.Lost] = 60,
        [Outcome.Granted] = 90,
        [Outcome.Refused] = 12,
        [Outcome.Declined] = 9,
        [Outcome.Ineligible] = 8,
        [Outcome.Lapsed] = 7,
    };

    [Fact]
    public void Figures_OfLargeCounts_AreToldWithTheirSums()
    {
        var data = Of(Published(1, Many, yen: 9_000_000), Published(2, Many, yen: 8_000_000));

        var (first, total) = (data.Rounds[0].Figures!, data.Total);
        Assert.Equal((186, 90, 9, 9_000_000L), (first.Entries, first.Granted, first.Withdrawn, first.GrantYen));
        Assert.Equal((180, 24, 17_000_000L), (total.Granted, total.Refused, total.GrantYen));
        Assert.Empty(total.Suppressed);
        Assert.Equal((5, new LocalDate(2025, 5, 30)), (data.Rounds[0].BusinessDaysToResult, data.Rounds[0].ResultOn));
    }

    [Fact]
    public void Figures_OfASmallCount_AreHiddenInTheRoundAndNotToldByTheTotal()
    {
        var few = new Dictionary<Outcome, int>(Many) { [Outcome.Refused] = 1 };

        var data = Of(Published(1, few, 9_000_000), Published(2, Many, 8_000_000), Published(3, Many, 7_000_000));

        Assert.Null(data.Rounds[0].Figures!.Refused);
        Assert.Contains("refused", data.Rounds[0].Figures!.Suppressed);
        var told = data.Rounds.Select(r => r.Figures!.Refused).Append(data.Total.Refused).ToList();
        Assert.True(told.Count(c => c is null) >= 2, "The total less the other rounds tells the hidden count.");
    }

    [Fact]
    public void Figures_OfAHiddenCountOfGrants_HideTheirAmountAndASumThatWouldTellIt()
    {
        var few = new Dictionary<Outcome, int>(Many) { [Outcome.Granted] = 2 };

        var data = Of(Published(1, few, 500_000), Published(2, Many, 8_000_000), Published(3, Many, 7_000_000));

        Assert.Null(data.Rounds[0].Figures!.GrantYen);
        Assert.All(data.Rounds.Where(r => r.Figures!.Granted is null), r => Assert.Null(r.Figures!.GrantYen));
        Assert.True(data.Total.GrantYen is null || data.Rounds.Count(r => r.Figures is { GrantYen: null }) >= 2);
    }

    // Of two days, between which one case of it ended, the difference would be what that company was granted.
    [Fact]
    public void Figures_OfARoundWithACaseOnItsWay_TellNothingOfWhatBecameOfTheWinners()
    {
        var running = Published(1, Many, 9_000_000) with { Running = new Dictionary<Step, int> { [Step.ClaimReview] = 1 } };

        var data = Of(running, Published(2, Many, 8_000_000));

        var figures = data.Rounds[0].Figures!;
        Assert.Equal((187, 60, 126), (figures.Entries, figures.Lost, figures.Won));
        AssertNoResult(figures);
        AssertNoResult(data.Total);
        Assert.Equal(187 + 186, data.Total.Entries);
        Assert.Equal((0, 90, 8_000_000L), (data.Rounds[1].Figures!.UnderWay, data.Rounds[1].Figures!.Granted, data.Rounds[1].Figures!.GrantYen));
    }

    // Who got a place one of the winners had left says that one left.
    [Fact]
    public void Figures_OfARoundWithAPromotion_TellTheDrawUntilTheRoundIsFinished()
    {
        var before = Published(1, Many, 9_000_000) with { Running = new Dictionary<Step, int> { [Step.ClaimReview] = 1 } };
        var promoted = before with
        {
            Running = new Dictionary<Step, int> { [Step.ClaimReview] = 1, [Step.CompanyRegistration] = 1 },
            Ended = new Dictionary<Outcome, int>(Many) { [Outcome.Lost] = 59 },
            Places = before.Places with { Promoted = 1, Held = before.Places.Held + 1, Free = before.Places.Free - 1 },
        };
        var finished = promoted with
        {
            Running = new Dictionary<Step, int>(),
            Ended = new Dictionary<Outcome, int>(Many) { [Outcome.Lost] = 59, [Outcome.Granted] = 92 },
        };

        Assert.Equal(TedoriJson.Write(Of(before)), TedoriJson.Write(Of(promoted)));
        var (round, total) = (Of(finished).Rounds[0].Figures!, Of(finished).Total);
        Assert.Equal((60, 126, 1, 92, 1), (round.Lost, round.Won, round.Promoted, round.Granted, total.Promoted));
        Assert.Null(Of(finished, before with { Id = new("r7", 2) }).Total.Promoted);
    }

    [Fact]
    public void Figures_OfARound_StayAsTheyWereToldWhenOthersFinish()
    {
        var few = new Dictionary<Outcome, int>(Many) { [Outcome.Granted] = 99, [Outcome.Refused] = 3 };

        var before = Of(Published(1, Many, 9_000_000)).Rounds[0].Figures!;
        var after = Of(Published(1, Many, 9_000_000), Published(2, few, 8_000_000));

        Assert.Equal(TedoriJson.Write(before), TedoriJson.Write(after.Rounds[0].Figures!));
        Assert.Empty(before.Suppressed);
        Assert.Null(after.Total.Refused);
        Assert.Null(after.Total.Granted);
    }

    [Fact]
    public void Figures_OfAFinishedRoundThatIsOpenedAgain_StayAsTheyWereTold()
    {
        var told = Published(1, Many, 9_000_000);
        var reopened = told with
        {
            Running = new Dictionary<Step, int> { [Step.ClaimReview] = 1 },
            Ended = new Dictionary<Outcome, int>(Many) { [Outcome.Lapsed] = 6 },
        };
        var granted = told with
        {
            Ended = new Dictionary<Outcome, int>(Many) { [Outcome.Lapsed] = 6, [Outcome.Granted] = 91 },
            GrantYen = 9_200_000,
        };

        var before = Of(Kept(told), told).Rounds[0].Figures!;

        Assert.All([reopened, granted], round =>
            Assert.Equal(TedoriJson.Write(before), TedoriJson.Write(Of(Kept(told), round).Rounds[0].Figures!)));
        Assert.Equal((7, 90, 9_000_000L), (before.Lapsed, before.Granted, before.GrantYen));
    }

    // How many places came back is public: less those of the other reasons it would be how many gave theirs up.
    [Fact]
    public void Figures_OfFewWhoGaveUpAfterTheDraw_AreHiddenThoughMoreLeftBeforeIt()
    {
        var ended = new Dictionary<Outcome, int>(Many) { [Outcome.Granted] = 97, [Outcome.Declined] = 12 };

        var figures = Of(Published(1, ended, 9_000_000)).Rounds[0].Figures!;

        Assert.Null(figures.Withdrawn);
        Assert.Contains("withdrawn", figures.Suppressed);
        Assert.True(figures.Ineligible is null || figures.Lapsed is null);
    }

    [Fact]
    public void Figures_BeforeTheResultIsPublished_AreNotThere()
    {
        var drawn = Published(1, Many, 0) with { State = State(1, RoundPhase.Drawn) };

        var data = Of(drawn);

        Assert.Null(data.Rounds[0].Figures);
        Assert.Equal(140, data.Rounds[0].Places);
        Assert.Equal(0, data.Total.Entries);
        Assert.Empty(data.Total.Suppressed);
    }

    [Fact]
    public void Threshold_IsThatOfTheProgrammeFile()
    {
        var (edition, few) = (Sample.R7 with { SmallestCell = 10 }, new Dictionary<Outcome, int>(Many) { [Outcome.Granted] = 9 });

        var data = Assert.Single(OpenDataCatalog.Of([(edition, [Published(1, few, 1)])], Kept(Published(1, few, 1))).Editions);

        Assert.Equal((10, null), (data.SmallestCell, data.Rounds[0].Figures!.Granted));
        Assert.Equal(5, Sample.R7.SmallestCell);
        Assert.Contains(Sample.R7.Assumptions, a => a.Path == "openData.smallestCell");
    }

    [Fact]
    public async Task Files_SayWhatThePageSays_AndAnyScriptMayReadThem()
    {
        var page = await served.PageAsync("/open-data");
        using var json = await served.Http.GetAsync(new Uri("/open-data/rounds.json", UriKind.Relative));
        var data = TedoriJson.Read<OpenDataset>(await json.Content.ReadAsStringAsync())!;
        var csv = (await served.Http.GetStringAsync(new Uri("/open-data/rounds.csv", UriKind.Relative))).TrimEnd().Split("\r\n");

        Assert.Equal("*", json.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var edition = Assert.Single(data.Editions);
        Assert.Equal(edition.Rounds.Count + 2, csv.Length);
        Assert.Equal(55, edition.Rounds[0].Figures!.Entries);
        Assert.Null(edition.Rounds[1].Figures);
        Assert.Equal(edition.Rounds.Count + 1, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            page.QuerySelectorAll("tbody tr:first-child td").Skip(3).Select(c => c.TextContent.Replace(",", "", StringComparison.Ordinal)),
            csv[1].Split(',').Skip(7).Take(OpenColumn.All.Count).Select(c => c.Length == 0 ? "-" : c));
        Assert.EndsWith(",前の回からの追加,事業の名称", csv[0], StringComparison.Ordinal);
        Assert.EndsWith($",0,{edition.Name}", csv[1], StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", page.QuerySelector("#licence")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1社から4社まで", page.QuerySelector("#suppression")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_NamesEveryFieldOfTheFileAndNoOther()
    {
        using var schema = JsonDocument.Parse(await served.Http.GetStringAsync(new Uri("/open-data/schema.json", UriKind.Relative)));
        var written = TedoriJson.Write(OpenDataCatalog.Of(
            [(Sample.R7, [Published(1, Many, 9_000_000)])], Kept(Published(1, Many, 9_000_000))));
        using var file = JsonDocument.Parse(written);
        var edition = file.RootElement.GetProperty("editions")[0];
        var round = edition.GetProperty("rounds")[0];

        Assert.Equal(Names(schema.RootElement), Fields(file.RootElement));
        Assert.Equal(Names(Definition("edition")), Fields(edition));
        Assert.Equal(Names(Definition("round")), Fields(round));
        Assert.Equal(Names(Definition("figures")), Fields(round.GetProperty("figures")));

        JsonElement Definition(string name) => schema.RootElement.GetProperty("$defs").GetProperty(name);
    }

    private static void AssertNoResult(OpenFigures f)
    {
        Assert.All(
            new long?[] { f.Promoted, f.UnderWay, f.Granted, f.Refused, f.Withdrawn, f.Ineligible, f.Lapsed, f.GrantYen }, Assert.Null);
        Assert.Empty(f.Suppressed);
    }

    private static IEnumerable<string> Names(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fields(JsonElement value) =>
        value.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static OpenEdition Of(params RoundFigures[] rounds) => Of(Kept(rounds), rounds);

    private static OpenEdition Of(Dictionary<RoundId, FinishedResult> kept, params RoundFigures[] rounds) =>
        Assert.Single(OpenDataCatalog.Of([(Sample.R7, rounds)], kept).Editions);

    private static Dictionary<RoundId, FinishedResult> Kept(params RoundFigures[] rounds) =>
        rounds.Where(r => r.IsFinished).ToDictionary(r => r.Id, r => r.ResultAt(Tokyo.At("2026-12-01T00:20:00")));

    private static RoundFigures Published(int number, Dictionary<Outcome, int> ended, long yen) => new(
        new("r7", number), Sample.R7.Round(number), State(number, RoundPhase.Published),
        new(number, 140, 0, 126, 0, 9, 8, 7, 14, 0, 0, 102, 38, 0), new Dictionary<Step, int>(), ended, yen);

    private static RoundState State(int number, RoundPhase phase) => new()
    {
        Id = new("r7", number),
        Phase = phase,
        Won = 126,
        PublishedAt = phase == RoundPhase.Published ? Tokyo.At("2025-05-30T10:00:00") : null,
    };
}
