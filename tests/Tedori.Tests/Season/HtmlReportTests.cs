using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Composition;
using Tedori.Programme.Cases;
using Tedori.Season.Reporting;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

public sealed class HtmlReportTests
{
    private const string Hostile = "case 0001 </td><script>alert('x')</script> & \"more\" \u0000\ud800\u001b[31m";

    private static readonly SeasonReport Sample = SampleSeason.Of();

    [Fact]
    public async Task Of_Rounds_GivesARowPerRoundWithTheNumbersOfTheModel()
    {
        var page = await ParseAsync(Sample);
        var draw = Rows(page, "表2");
        var path = Rows(page, "表3");

        Assert.Equal(SampleSeason.RoundCount, draw.Count);
        Assert.Equal(SampleSeason.RoundCount, path.Count);
        foreach (var round in Sample.Rounds)
        {
            Assert.Equal(
                [$"第{round.Round}回", .. Texts(round.Entries, round.Excluded, round.Places, round.CarriedIn, round.Won,
                    round.Lost, round.ResultNoticesSent, round.LatestResultBusinessDay)],
                draw[round.Round - 1]);
            Assert.Equal(
                [$"第{round.Round}回", .. Texts([round.Registered, .. round.Lapsed.Values.Select(v => (long)v),
                    round.Withdrawn, round.Ineligible, round.Granted, round.Refused, round.YenGranted])],
                path[round.Round - 1]);
        }
    }

    [Fact]
    public async Task Of_Totals_StandInTheFeetOfTheTables()
    {
        var page = await ParseAsync(Sample);
        var totals = Sample.Totals;

        Assert.Equal(
            ["合計", .. Texts(totals.Entries, totals.Excluded, 1_400), "-", .. Texts(totals.Won, totals.Lost), .. Texts(
                Sample.Rounds.Sum(r => r.ResultNoticesSent), Sample.Rounds.Max(r => r.LatestResultBusinessDay))],
            Cells(page.QuerySelectorAll("tfoot tr")[0]));
        Assert.Equal(
            Texts(totals.Withdrawn, totals.Ineligible, totals.Granted, totals.Refused, totals.YenGranted),
            Cells(page.QuerySelectorAll("tfoot tr")[1]).TakeLast(5));
    }

    [Fact]
    public async Task Of_Notices_ShowsEachKindInJapanese()
    {
        var rows = Rows(await ParseAsync(Sample), "表4");

        Assert.Equal(
            SampleSeason.Notices.Select(n => (Wording.OfNotice(n.Key), Text(n.Value))).Order(),
            rows.Select(r => (r[0], r[1])).Order());
        Assert.Equal(["事前エントリーの受付", "抽選結果(当選)"], rows.Take(2).Select(r => r[0]));
        Assert.All(Enum.GetNames<NoticeKind>(), kind => Assert.NotEqual(kind, Wording.OfNotice(kind)));
        Assert.DoesNotContain(rows, r => r[0].Any(char.IsAsciiLetter));
    }

    [Fact]
    public async Task Of_HostileText_IsEscaped()
    {
        var report = SampleSeason.Of([new("<script>name</script>", false, Hostile)]) with
        {
            Programme = "<script>p</script>",
            Notices = new Dictionary<string, int> { ["<script>k</script>"] = 1 },
        };
        var html = await HtmlAsync(report);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains(Hostile[..Hostile.IndexOf(" \u0000", StringComparison.Ordinal)], page.Body!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', html);
        Assert.Equal(["✕ 不成立", "<script>name</script>"], Rows(page, "表1")[0].Take(2));
    }

    [Fact]
    public async Task Of_AnySeason_NeedsNothingFromElsewhere()
    {
        var html = await HtmlAsync(Sample);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, base, image, use"));
        Assert.Empty(page.QuerySelectorAll("[src], [href], [srcset], [data]"));
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"url\((?!#)", html);
        Assert.DoesNotContain(
            page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("draw", 3 * SampleSeason.RoundCount)]
    [InlineData("funnel", 3 * SampleSeason.RoundCount)]
    [InlineData("outcome", 5)]
    [InlineData("yen", SampleSeason.RoundCount)]
    [InlineData("notices", 16)]
    public async Task Of_Chart_HasABarPerNumberAndWordsForIt(string id, int bars)
    {
        var drawing = (await ParseAsync(Sample)).QuerySelector($"svg[aria-labelledby='{id}-title {id}-desc']")!;

        Assert.Equal(bars, drawing.QuerySelectorAll("rect.bar").Length);
        Assert.All(drawing.QuerySelectorAll("rect.bar"), b => Assert.NotEmpty(b.QuerySelector("title")!.TextContent));
        Assert.NotEmpty(drawing.QuerySelector($"#{id}-title")!.TextContent);
        Assert.NotEmpty(drawing.QuerySelector($"#{id}-desc")!.TextContent);
        Assert.NotEmpty(drawing.Closest("figure")!.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public async Task Of_Ids_AreUniqueAndEveryReferenceHasItsTarget()
    {
        var page = await ParseAsync(Sample);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
        var fills = page.QuerySelectorAll("[fill^='url(#']").Select(e => e.GetAttribute("fill")![5..^1]);
        var labels = page.QuerySelectorAll("[aria-labelledby]").SelectMany(
            e => e.GetAttribute("aria-labelledby")!.Split(' '));

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Empty(fills.Concat(labels).Except(ids));
    }

    [Fact]
    public async Task Of_Tables_HaveCaptionsAndScopes()
    {
        var page = await ParseAsync(Sample);

        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.Matches("^(col|row|colgroup)$", h.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("table, svg"), e => Assert.NotNull(e.Closest("div.scroll")));
    }

    [Theory]
    [InlineData(true, "すべて成立")]
    [InlineData(false, "不成立あり")]
    public async Task Of_Invariants_AreSummedUpInWords(bool held, string verdict)
    {
        var page = await ParseAsync(SampleSeason.Of([.. SampleSeason.Held, new("amounts", held, "one of them")]));

        Assert.Equal(verdict, page.QuerySelector(".summary .verdict")!.TextContent);
        Assert.Equal(held, page.QuerySelector(".summary.held") is not null);
        Assert.Equal(
            held ? [] : ["支給額: one of them"],
            page.QuerySelectorAll(".summary li").Select(e => e.TextContent));
    }

    [Fact]
    public async Task Of_WhatHeld_IsSaidInJapanese()
    {
        var page = await ParseAsync(SampleSeason.Of([new("places", true, "30 balances of rounds checked")]));

        var row = page.QuerySelectorAll(".invariants tbody tr").Single();
        Assert.Equal("予定社数", row.QuerySelector("th")!.TextContent);
        Assert.Equal("30件を確認しました。", row.QuerySelectorAll("td")[^1].TextContent);
    }

    [Fact]
    public async Task Of_NothingChecked_IsNotShownAsHeld()
    {
        var page = await ParseAsync(SampleSeason.Of([]));

        Assert.Equal("検査なし", page.QuerySelector(".summary.failed .verdict")!.TextContent);
    }

    [Fact]
    public async Task Of_EmptySeason_IsStillAPage()
    {
        var report = SampleSeason.Of() with
        {
            Rounds = [],
            Notices = new Dictionary<string, int>(),
            Totals = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        };

        Assert.Empty(Rows(await ParseAsync(report), "表2"));
    }

    private static async Task<IHtmlDocument> ParseAsync(SeasonReport report) =>
        new HtmlParser().ParseDocument(await HtmlAsync(report));

    private static async Task<string> HtmlAsync(SeasonReport report)
    {
        await using var services = new ServiceCollection().AddPages().AddLogging().BuildServiceProvider();
        return await new HtmlReport(services.GetRequiredService<PageRenderer>()).OfAsync(report, SampleSeason.Figures);
    }

    private static List<List<string>> Rows(IHtmlDocument page, string caption)
    {
        var table = page.QuerySelectorAll("table").Single(
            t => t.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal));
        return [.. table.QuerySelectorAll("tbody tr").Select(Cells)];
    }

    private static List<string> Cells(IElement row) => [.. row.Children.Select(c => c.TextContent.Trim())];

    private static IEnumerable<string> Texts(params long[] values) => values.Select(Text);

    private static string Text(int value) => Text((long)value);

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
