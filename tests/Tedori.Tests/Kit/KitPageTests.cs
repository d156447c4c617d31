using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Kit;
using Tedori.Programme.Calendar;
using Tedori.Programme.Plans;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Tests.Papers;

namespace Tedori.Tests.Kit;

/// <summary>The chamber's kit over HTTP: every text of every round made from the programme file, nothing left to fill in.</summary>
public sealed partial class KitPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly string[] Occasions = [.. Enum.GetValues<KitOccasion>().Select(o => o.Key())];

    public static TheoryData<string> Keys => [.. Occasions];

    [Fact]
    public async Task Page_NamesWhatGoesOutNextAndTheKitOfEveryRound()
    {
        var page = await served.PageAsync("/kit");

        Assert.StartsWith("次に出すもの: 令和7年6月", page.QuerySelector(".lead")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.All(Sample.R7.Rounds, r => Assert.NotNull(page.QuerySelector($"a[href='/kit/rounds/r7-{r.Number:00}']")));
        var days = page.QuerySelectorAll("tbody th time").Select(t => t.GetAttribute("datetime")!).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.All(days, d => Assert.True(string.CompareOrdinal(d, "2025-06-20") >= 0));
        Assert.Contains("<iframe src=\"http://tedori.test/kit/embed\"", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        foreach (var path in page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/kit", StringComparison.Ordinal)).Distinct())
        {
            using var answer = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Dispatches_AreBusinessDaysBeforeTheOccasionAsThePlanSays()
    {
        var rules = PlanReader.OfProduct.Find("r7")!.Kit;
        using var kit = JsonDocument.Parse(await TextAsync("/kit/rounds/7/kit.json"));
        var opening = kit.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("occasion").GetString() == "opening");

        Assert.Equal(Occasions.Length, rules.Count);
        var rule = rules.Single(r => r.Occasion == KitOccasion.Opening);
        Assert.Equal(
            new[] { ("newspaper", rule.Newspaper), ("leaflet", rule.Leaflet), ("newsletter", rule.Newsletter) }.Select(d =>
                (d.Item1, $"{Sample.R7.Calendar.AddBusinessDays(Sample.R7.Round(7).EntryOpens, -d.Item2):uuuu-MM-dd}", d.Item2)),
            opening.GetProperty("dispatches").EnumerateArray().Select(d => (
                d.GetProperty("channel").GetString()!, d.GetProperty("on").GetString()!, d.GetProperty("businessDaysBefore").GetInt32())));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Newsletter_OfEachOccasion_SaysTheSameInThreeFormatsWithEveryDateOfTheRound(string key)
    {
        var round = Sample.R7.Round(7);
        var plain = await TextAsync($"/kit/rounds/7/{key}-newsletter.txt");
        var markdown = await TextAsync($"/kit/rounds/r7-07/{key}-newsletter.md");
        var html = new HtmlParser().ParseDocument(await TextAsync($"/kit/rounds/7/{key}-newsletter.html"));

        foreach (var text in new[] { plain, markdown, html.Body!.TextContent })
        {
            Assert.All(
                new[] { round.EntryOpens, round.EntryCloses, round.CompanyRegistration, round.ProjectRegistration,
                    round.Plain.Implementation, round.Plain.Claim, round.Wage.Implementation, round.Wage.Claim },
                day => Assert.Contains(JapaneseDate.Full(day), text, StringComparison.Ordinal));
            Assert.Contains("2,300,000円", text, StringComparison.Ordinal);
            Assert.Contains(Sample.R7.Contact!.Phone, text, StringComparison.Ordinal);
            Assert.Contains("http://tedori.test/rounds/r7-07", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(Unfilled(), text);
        }

        Assert.StartsWith($"# {plain.Split('\n')[0]}\n", markdown, StringComparison.Ordinal);
        Assert.Equal(plain.Split('\n')[0], html.Title);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Newspaper_OfEveryRound_KeepsToItsThreeLengths(string key)
    {
        foreach (var round in Sample.R7.Rounds)
        {
            var lengths = new List<int>();
            foreach (var (name, most) in KitItem.NewspaperLengths)
            {
                var text = (await TextAsync($"/kit/rounds/{round.Number}/{key}-newspaper-{name}.txt")).TrimEnd();
                Assert.InRange(text.Length, 20, most);
                Assert.DoesNotMatch(Unfilled(), text);
                lengths.Add(text.Length);
            }

            Assert.Equal(lengths.Order(), lengths);
        }
    }

    [SkippableFact]
    public async Task Leaflet_OfEachOccasion_IsOneSheetWithItsDatesAndTheAddressOfItsRound()
    {
        PdfText.Need();
        foreach (var key in Occasions)
        {
            var file = await served.Http.GetByteArrayAsync(new Uri($"/kit/rounds/7/{key}-leaflet.pdf", UriKind.Relative));
            var pages = (await PdfText.JoinedAsync(file)).TrimEnd('\f').Split('\f');

            var page = Assert.Single(pages);
            Assert.Contains("http://tedori.test/rounds/r7-07", page, StringComparison.Ordinal);
            Assert.Contains(JapaneseDate.Full(Sample.R7.Round(7).Wage.Claim), page, StringComparison.Ordinal);
            var title = (await TextAsync($"/kit/rounds/7/{key}-newsletter.txt")).Split('\n')[0];
            Assert.Contains(title.Replace(" ", "", StringComparison.Ordinal), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Round_OfTheKit_ShowsItsTextsAndLinksToFilesThatAreThere()
    {
        var page = await served.PageAsync("/kit/rounds/7");

        Assert.Equal("令和7年度の第7回の素材", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Occasions, page.QuerySelectorAll("section[aria-labelledby] h2").Select(h => h.Id));
        Assert.Equal(await TextAsync("/kit/rounds/r7-07/opening-newsletter.txt"), page.QuerySelector("pre")!.TextContent);
        Assert.DoesNotMatch(Unfilled(), page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Page_InEnglish_SaysTheReasonOfADayAsASentence()
    {
        using var reader = served.NewClient();
        reader.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}=en");

        var reasons = (await served.PageAsync("/kit", reader)).QuerySelectorAll("td[data-label=Reason]").Select(c => c.TextContent.Trim()).ToList();

        Assert.Contains(reasons, r => r.StartsWith("Company registration deadline: ", StringComparison.Ordinal));
        Assert.All(reasons, r => Assert.Matches(@"^[A-Z][a-z -]+( \(with(out)? a wage increase\))?: \d+ business days before \d+ [A-Z]", r));
        Assert.DoesNotContain(reasons, r => r.Contains(" by:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_AndCsv_HaveEveryDispatchOfEveryRound()
    {
        using var kit = JsonDocument.Parse(await TextAsync("/kit.json"));
        var csv = await TextAsync("/kit.csv");

        var items = kit.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Sample.R7.Rounds.Count * Occasions.Length, items.Count);
        var dispatches = items.Sum(i => i.GetProperty("dispatches").GetArrayLength());
        Assert.Equal(items.Count * 3, dispatches);
        Assert.Equal(dispatches, Regex.Count(csv, @"^r7-\d\d,", RegexOptions.Multiline));
        Assert.Equal(dispatches, Regex.Count(csv, @",令和7年度第\d+回\r$", RegexOptions.Multiline));
    }

    [Fact]
    public async Task Embed_MayBeFramed_AndNoOtherPageMay()
    {
        using var embed = await served.Http.GetAsync(new Uri("/kit/embed", UriKind.Relative));
        using var kit = await served.Http.GetAsync(new Uri("/kit", UriKind.Relative));

        Assert.False(embed.Headers.Contains("X-Frame-Options"));
        Assert.Contains("frame-ancestors *", embed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", kit.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("frame-ancestors 'none'", kit.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(await embed.Content.ReadAsStringAsync());
        Assert.Empty(page.QuerySelectorAll("form, script, input"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Equal("_top", a.GetAttribute("target")));
        Assert.Equal(9, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("受付中", page.QuerySelector("tbody td")!.TextContent);
    }

    [Theory]
    [InlineData("/kit/rounds/0")]
    [InlineData("/kit/rounds/11")]
    [InlineData("/kit/rounds/r9-01")]
    [InlineData("/kit/rounds/7/opening-newsletter.docx")]
    [InlineData("/kit/rounds/7/newsletter.txt")]
    [InlineData("/kit/rounds/7/..%2Fkit.json")]
    [InlineData("/kit/rounds/7/Opening-newsletter.txt")]
    [InlineData("/kit/rounds/11/kit.json")]
    public async Task WhatIsNotThere_IsNotFound(string path)
    {
        using var answer = await served.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<string> TextAsync(string path) => served.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Unfilled();
}
