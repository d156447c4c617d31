using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Staff.Rounds;
using Tedori.Functions.Statistics;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Staff;

public sealed class RoundStatisticsTests(ServedFolder served) : IClassFixture<ServedFolder>, IAsyncLifetime
{
    private const int Rounds = 10;

    /// <summary>One grant, so that there is an amount.</summary>
    public async Task InitializeAsync()
    {
        if ((await served.ListAsync(new(Outcome: Outcome.Granted))).Count > 0)
            return;
        var id = (await ActingClient.CasesAsync(served, 1, Step.ProjectRegistration))[0];
        await ActingClient.ClaimAsync(served, id);
        await ActingClient.DoAsync(served, id, new CaseCommand.GrantClaim(served.Clock.Now, [1, 2, 15], 3, "7東し企働第1号", Signed: Sample.Two));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Table_OfAllRounds_CountsEveryCaseOnce()
    {
        var cases = await served.ListAsync(new());
        var table = await TableAsync();

        Assert.Equal(Rounds + 2, table["応募"].Count + 1);
        Assert.Equal(cases.Count(c => c.Id.Round.Number == 1), Number(table["応募"][0]));
        Assert.Equal(cases.Count, Number(table["応募"][Rounds]));
        foreach (var step in Enum.GetValues<Step>().Where(s => s != Step.Closed))
        {
            var there = cases.Count(c => c.Outcome is null && c.Step == step);
            Assert.Equal(there, Number(table[CaseLabels.Of(step)][Rounds]));
        }

        foreach (var outcome in Enum.GetValues<Outcome>())
            Assert.Equal(cases.Count(c => c.Outcome == outcome), Number(table[CaseLabels.Of(outcome)][Rounds]));
    }

    [Fact]
    public async Task Table_OfARoundThatWasDrawn_HasItsOddsPlacesAndAmount()
    {
        var (state, _) = await served.AskAsync<RoundRecords, (Programme.Lottery.RoundState State, string?)>(
            r => r.StateAsync(RoundId.Parse("r7-01")));
        var granted = Assert.Single(await served.ListAsync(new(Outcome: Outcome.Granted)));
        var table = await TableAsync();

        Assert.True(state.Won > 0);
        Assert.Equal(state.Won, Number(table["当選"][0]));
        Assert.Equal(state.Places + state.CarriedIn, Number(table["予定社数(追加を含む)"][0]));
        Assert.Equal("-", table["予定社数(追加を含む)"][Rounds]);
        var took = Number(table["応募"][0]) - Number(table["抽選対象外"][0]);
        Assert.Equal(Math.Round((decimal)took / state.Won, 2), Decimal(table["倍率"][0]));
        Assert.Equal("-", table["倍率"][Rounds - 1]);
        var yen = (await ActingClient.CaseAsync(served, granted.Id)).State.GrantYen;
        Assert.Equal(yen, Number(table["支給決定額(円)"][0]));
        Assert.Equal(yen, Number(table["支給決定額(円)"][Rounds]));
    }

    [Fact]
    public async Task File_OfAllRounds_SaysTheSameByteForByte()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");
        var table = await TableAsync();

        using var response = await aoki.GetAsync("/staff/rounds.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes[3..]).Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment; filename=\"rounds.csv\"", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(Rounds + 2, lines.Length);
        Assert.Equal("", lines[^1]);
        Assert.Equal(
            ["年度", "回", "状態", "受付開始", "受付終了", .. RoundMeasure.All.Select(m => m.Name), "年度の名称"], lines[0].Split(','));
        for (var round = 1; round <= Rounds; round++)
        {
            var fields = lines[round].Split(',');
            Assert.Equal(("r7", $"第{round}回", "令和7年度"), (fields[0], fields[1], fields[^1]));
            Assert.Equal(
                RoundMeasure.All.Select(m => table[m.Name][round - 1].Replace(",", "", StringComparison.Ordinal)),
                fields[5..^1].Select(f => f.Length == 0 ? "-" : f));
        }

        Assert.Equal("公表済み,2025-05-19,2025-05-23", string.Join(',', lines[1].Split(',')[2..5]));
    }

    [Fact]
    public async Task Charts_OfAllRounds_ShowAndSayTheNumbersOfTheTable()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");
        var page = await aoki.PageAsync("/staff/rounds");
        var table = TableOf(page);
        var charts = page.QuerySelectorAll("figure svg[role=img]");

        Assert.Equal(2, charts.Length);
        Assert.All(charts, c => Assert.All(
            c.GetAttribute("aria-labelledby")!.Split(' '),
            id => Assert.NotEmpty(page.GetElementById(id)!.TextContent)));
        var entered = charts[0].QuerySelector("[data-round=r7-01]")!;
        var places = (double)Number(table["予定社数(追加を含む)"][0]);
        var took = Number(table["応募"][0]) - Number(table["抽選対象外"][0]);
        var end = Attribute(Part(entered, "予定社数(追加を含む)"), "x") + 2 - Attribute(Part(entered, "抽選の対象"), "x");
        Assert.Equal(took / places, Attribute(Part(entered, "抽選の対象"), "width") / end, 3);
        Assert.Contains(
            $"第1回は、抽選の対象{took}社、抽選対象外{table["抽選対象外"][0]}社、予定社数(追加を含む){places}社。",
            charts[0].QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        var winners = charts[1].QuerySelector("[data-round=r7-01]")!;
        var shown = winners.QuerySelectorAll("rect[data-part]").Sum(r => Attribute(r, "width"));
        var one = Attribute(Part(winners, "支給決定"), "width");
        Assert.Equal(Number(table["当選"][0]), Math.Round(shown / one));
        Assert.Contains("第1回は、支給決定1社、", charts[1].QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OfTheRounds_IsThatOfThePlaces()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");

        var (rounds, places) = (LedgerOf(await aoki.PageAsync("/staff/rounds")),
            LedgerOf(await aoki.PageAsync("/staff/rounds/r7-01/places")));

        Assert.Equal(places, rounds);
        Assert.DoesNotContain("不一致", rounds, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amount_OfAListingOlderThanTheField_IsThatOfTheCase()
    {
        var granted = Assert.Single(await served.ListAsync(new(Outcome: Outcome.Granted)));
        var yen = (await ActingClient.CaseAsync(served, granted.Id)).State.GrantYen;
        Assert.Equal(yen, granted.GrantYen);

        var records = served.Services.GetRequiredService<IRecords>();
        var body = JsonNode.Parse(TedoriJson.Write(granted))!.AsObject();
        Assert.True(body.Remove("grantYen"));
        Write old = new Write.Upsert(granted.Id.ToString(), body.ToJsonString());
        await records.CommitAsync(RecordSet.Office, $"directory-{granted.Id.Round}", [old]);
        // As a process that starts now reads it.
        await using var scope = served.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var directory = ActivatorUtilities.CreateInstance<CaseDirectory>(services, new DirectoryMirror(reload: null));
        var count = ActivatorUtilities.CreateInstance<RoundCount>(services, directory);
        var editions = await count.AllAsync(CancellationToken.None);

        Assert.Equal(yen, Assert.Single(editions).Rounds[0].GrantYen);
    }

    private static IElement Part(IElement round, string name) => round.QuerySelector($"[data-part='{name}']")!;

    private static double Attribute(IElement element, string name) =>
        double.Parse(element.GetAttribute(name)!, CultureInfo.InvariantCulture);

    private static string LedgerOf(IDocument page) =>
        page.QuerySelector("[aria-label=予定社数の帳簿] tbody")!.TextContent;

    private static long Number(string text) =>
        long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, List<string>>> TableAsync()
    {
        using var aoki = await StaffClient.SignInAsync(served, "dev-aoki");
        return TableOf(await aoki.PageAsync("/staff/rounds"));
    }

    // What stands beside each heading of a row: a cell for each round, and the total.
    private static Dictionary<string, List<string>> TableOf(IDocument page) =>
        page.QuerySelectorAll("[aria-label=回ごとの集計] tr")
            .Where(r => r.QuerySelector("th[scope=row]") is not null)
            .ToDictionary(
                r => r.QuerySelector("th")!.TextContent,
                r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToList());
}
