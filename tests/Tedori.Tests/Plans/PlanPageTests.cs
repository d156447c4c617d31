using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme.Plans;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Plans;

/// <summary>The plan's pages over HTTP: every measure at its own address, with the items of the programme it fits.</summary>
public sealed class PlanPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Plan R7 = PlanReader.OfProduct.Find("r7")!;

    [Fact]
    public async Task Home_LeadsToThePlan() =>
        Assert.NotNull((await served.PageAsync("/")).QuerySelector("a[href='/plan']"));

    [Fact]
    public async Task Overview_NamesEveryMeasureOfBothSidesAndWhatToDoNext()
    {
        var page = await served.PageAsync("/plan");

        Assert.All(R7.Measures, m => Assert.Equal(
            m.Name, Assert.Single(page.QuerySelectorAll($"main a[href='{m.Id.Path}']")).TextContent));
        Assert.All(R7.Areas, a => Assert.NotNull(page.QuerySelector($"h2 a[href='/plan/r7/{a.Number}']")));
        Assert.StartsWith("次にすること: ", page.QuerySelector(".lead")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(15, page.QuerySelectorAll("a[href^='/plan/r7/items/']").Length);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Area_HasEveryTextOfThePlanAsItIs()
    {
        foreach (var area in R7.Areas)
        {
            var text = (await served.PageAsync($"/plan/r7/{area.Number}")).QuerySelector("main")!.TextContent;
            IEnumerable<string> texts =
                [area.Name, .. area.Contents.Select(c => c.Text), .. area.Measures.SelectMany(m => m.Points.Append(m.Text))];
            Assert.All(texts, t => Assert.Contains(t, text, StringComparison.Ordinal));
            Assert.Contains(area.TokyoNext, text, StringComparison.Ordinal);
            Assert.Contains(area.ChamberNext, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Measure_EachAtItsOwnAddress_SaysItsTextAndWhichItemsItFitsAndWhy()
    {
        foreach (var measure in R7.Measures)
        {
            var page = await served.PageAsync(measure.Id.Path);
            var text = page.QuerySelector("main")!.TextContent;
            Assert.Equal(measure.Name, page.QuerySelector("h1")!.TextContent);
            Assert.Contains(measure.Text, text, StringComparison.Ordinal);
            Assert.Contains(
                $"{measure.Id.Area} {measure.Id.Side.Heading()} {measure.Letter}", text, StringComparison.Ordinal);
            Assert.All(measure.Fits, f => Assert.Contains(f.Reason, text, StringComparison.Ordinal));
            Assert.All(measure.Fits.SelectMany(f => f.Items), i => Assert.NotNull(
                page.QuerySelector($"a[href='/plan/r7/items/{i}']")));
        }
    }

    [Fact]
    public async Task Item_NamesTheMeasuresThatFitItWithTheirReasons()
    {
        var page = await served.PageAsync("/plan/r7/items/6");

        Assert.Equal("⑥ 産休・育業及び介護休業を支える従業員への支援制度に合う支援", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            R7.For(6).Select(m => (m.Id.Path, m.FitOf(6)!)),
            page.QuerySelectorAll("dt a").Zip(page.QuerySelectorAll("main dd"), (a, d) => (a.GetAttribute("href")!, d.TextContent)));
    }

    [Theory]
    [InlineData("?q=%EF%BE%83%EF%BE%9A%EF%BE%9C%EF%BD%B0%EF%BD%B8%20expo", 0)]
    [InlineData("?q=%E3%81%A6%E3%82%8C%E3%82%8F%E3%83%BC%E3%81%8F%E6%8E%A8%E9%80%B2%E3%83%87%E3%82%B9%E3%82%AF", 2)]
    [InlineData("?q=", null)]
    [InlineData("?q=%20%E3%80%80", null)]
    public async Task Search_Words_AreFoundHoweverTheyAreTyped(string query, int? found)
    {
        var page = await served.PageAsync("/plan" + query);

        Assert.Equal(
            found is null ? null : $"見つかった取組({found}件)", page.GetElementById("found")?.TextContent);
    }

    // What a page shows is found: names, reasons and what to do next, in the language of the page.
    [Theory]
    [InlineData("en", "staggered  ＨＯＵＲＳ", "/plan/r7/3/chamber/")]
    [InlineData("en", "start flexitime members", "/plan/r7/3/chamber/")]
    [InlineData("en", "テレワーク推進デスク", "/plan/r7/2/")]
    [InlineData("ja-easy", "staggered hours", "/plan/r7/3/chamber/")]
    [InlineData("ja-easy", "じさしゅっきん", "/plan/r7/3/")]
    [InlineData("ja", "staggered hours", "/plan/r7/3/chamber/")]
    [InlineData("ja-easy", "ぜんぎん", null)]
    public async Task Search_WordsOfThePage_AreFoundInItsLanguage(string code, string query, string? found)
    {
        using var reader = served.NewClient();
        reader.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={code}");

        var page = await served.PageAsync("/plan/r7?q=" + Uri.EscapeDataString(query), reader);

        var links = page.QuerySelectorAll("#found ~ ul:not(:last-of-type) a").Select(a => a.GetAttribute("href")!);
        Assert.Equal(found is not null, links.Any(l => found is not null && l.StartsWith(found, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ja", "短いことばを1つだけ(例: 介護、相談、奨励金)にして探すか")]
    [InlineData("ja-easy", "短いことばを1つだけ(例: 介護、相談、お金)にして探すか")]
    [InlineData("en", "Search for one short word (for example: care, advice, grant)")]
    public async Task Search_NothingFound_SaysWhatToTry(string code, string said)
    {
        using var reader = served.NewClient();
        reader.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={code}");

        var page = await served.PageAsync("/plan/r7?q=" + Uri.EscapeDataString("の"), reader);

        Assert.Contains(said, page.QuerySelector("#found + p + p")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#found ~ p a[href='/plan/r7']"));
    }

    [Fact]
    public async Task Search_EveryNameThatAPageShows_FindsItsMeasure()
    {
        foreach (var code in new[] { "en", "ja-easy" })
        {
            using var reader = served.NewClient();
            reader.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={code}");
            var all = (await served.PageAsync("/plan/r7", reader)).QuerySelectorAll("main h3 + ul a").Take(6).ToList();
            foreach (var (name, path) in all.Select(a => (a.TextContent, a.GetAttribute("href")!)))
            {
                var found = await served.PageAsync("/plan/r7?q=" + Uri.EscapeDataString(name[..Math.Min(100, name.Length)]), reader);
                Assert.Contains(found.QuerySelectorAll("#found ~ ul a"), a => a.GetAttribute("href") == path);
            }
        }
    }

    [Fact]
    public async Task Headings_InEasyJapanese_SayANameOnce()
    {
        using var reader = served.NewClient();
        reader.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}=ja-easy");
        foreach (var (path, name) in R7.Areas.Select(a => ($"/plan/r7/{a.Number}", a.Name)).Concat(R7.Measures.Select(m => (m.Id.Path, m.Name))))
        {
            var heading = (await served.PageAsync(path, reader)).QuerySelector("h1")!.TextContent;
            var said = Reader.In(Language.Easy, () => Sentences.Of(name));
            Assert.Equal(!JapaneseText.Repeats(said, name), heading.EndsWith($" ({name})", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Search_MarkupAndHalfCharacters_AreTextAndNothingElse()
    {
        var page = await served.PageAsync("/plan?q=%3Cscript%3Ealert(1)%3C/script%3E%ED%A0%80%00");

        Assert.Equal("見つかった取組(0件)", page.GetElementById("found")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Search_TooLong_IsRefusedWithOneSentence()
    {
        var (status, page) = await AnswerAsync("/plan?q=" + new string('a', 101));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("探すことばは、100文字以内で入力してください。", page.GetElementById("q-error")!.TextContent);
    }

    [Theory]
    [InlineData("/plan/r9", true)]
    [InlineData("/plan/7", true)]
    [InlineData("/plan/-1", true)]
    [InlineData("/plan/+1", true)]
    [InlineData("/plan/99999999999", false)]
    [InlineData("/plan/%EF%BC%91", false)]
    [InlineData("/plan/r7/0", true)]
    [InlineData("/plan/r7/items/16", true)]
    [InlineData("/plan/r9/items/1", true)]
    [InlineData("/plan/r7/1/tokyo/e", true)]
    [InlineData("/plan/r7/1/osaka/a", true)]
    [InlineData("/plan/r7/01/tokyo/a", true)]
    [InlineData("/plan/r7/1/tokyo/%E3%82%A6", true)]
    [InlineData("/plan/abc", false)]
    [InlineData("/plan/r7/1/tokyo", false)]
    public async Task Page_ThatIsNotThere_LeadsOn(string path, bool toThePlan)
    {
        var (status, page) = await AnswerAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(toThePlan, page.QuerySelector("main a[href='/plan/r7']") is not null);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    [Theory]
    [InlineData("/plan", "/plan/r7")]
    [InlineData("/plan/2", "/plan/r7/2")]
    public async Task Page_WithoutAYear_IsThatOfThePlanThatHoldsNow(string path, string ofYear) => Assert.Equal(
        (await served.PageAsync(ofYear)).QuerySelector("main")!.InnerHtml,
        (await served.PageAsync(path)).QuerySelector("main")!.InnerHtml);

    private async Task<(HttpStatusCode Status, IDocument Page)> AnswerAsync(string path)
    {
        using var response = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }
}
