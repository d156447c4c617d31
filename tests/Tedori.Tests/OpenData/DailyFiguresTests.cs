using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.OpenData;

/// <summary>What the public reads of places: of two days nobody can tell how a single company fared.</summary>
public sealed class DailyFiguresTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly RoundId First = new("r7", 1);

    // Everything without personal data that says how many.
    private static readonly string[] Paths =
    [
        "/", "/rounds/1", "/rounds/2", "/rounds/1/draw.json", "/open-data", "/open-data/rounds.json", "/open-data/rounds.csv",
        "/kit", "/kit.json", "/kit.csv", "/kit/embed", "/kit/rounds/1", "/kit/rounds/2", "/kit/news.atom",
    ];

    [Fact]
    public async Task Pages_OfTheDayAfterAWinnerLeft_SayWhatThoseOfTheDayBeforeSaid()
    {
        var before = await ReadAsync();
        await using (var scope = served.Services.CreateAsyncScope())
        {
            var places = scope.ServiceProvider.GetRequiredService<PlaceService>();
            await places.SettleAsync(First);
            var declined = (await places.StatementAsync(First)).Declined;
            var winner = (await served.ListAsync(new())).First(c => c.Id.Round == First && c.Step == Step.CompanyRegistration);
            await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>()
                .HandleAsync(winner.Id, new CaseCommand.Decline(served.Clock.Now, "都合"));
            await served.IdleAsync();
            await places.SettleAsync(First);
            Assert.Equal(declined + 1, (await places.StatementAsync(First)).Declined);
        }

        var after = await ReadAsync();

        Assert.All(Paths, path => Assert.Equal(before[path], after[path]));
        Assert.Contains("日ごとの差から1社の結果が分からないように", after["/rounds/1"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_OfARound_AreTheSameOnEveryPageAndInEveryText()
    {
        foreach (var (round, told) in new[] { (1, "140社"), (2, "230社(うち前の回までに残った90社)"), (3, "140社と前の回までに残った社数") })
        {
            var row = (await served.PageAsync("/")).QuerySelectorAll("#calendar + .scroll tbody th")[round - 1];
            Assert.EndsWith(told, row.TextContent.Trim(), StringComparison.Ordinal);
            foreach (var file in new[] { "newsletter.txt", "newsletter.html", "newsletter.md" })
            {
                var text = await served.Http.GetStringAsync(new Uri($"/kit/rounds/{round}/opening-{file}", UriKind.Relative));
                Assert.Contains($"当選するのは{told}です。", Unescaped(text), StringComparison.Ordinal);
            }
            var article = await served.Http.GetStringAsync(new Uri($"/kit/rounds/{round}/opening-newspaper-short.txt", UriKind.Relative));
            Assert.Contains($"。当選は{(round == 2 ? "230社" : told)}、超えたら抽選。", article, StringComparison.Ordinal);
        }

        var rounds = (await served.Http.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri("/open-data/rounds.json", UriKind.Relative)))
            .GetProperty("editions")[0].GetProperty("rounds");
        Assert.Equal((140, 0), (rounds[0].GetProperty("places").GetInt32(), rounds[0].GetProperty("carriedIn").GetInt32()));
        Assert.Equal((230, 90), (rounds[1].GetProperty("places").GetInt32(), rounds[1].GetProperty("carriedIn").GetInt32()));
        Assert.False(rounds[2].TryGetProperty("carriedIn", out _));
    }

    [Theory]
    [InlineData("en", "230 companies (90 of them on places that earlier rounds left)", "140 companies and the places that earlier rounds left")]
    [InlineData("ja-easy", "230社(前の回までに残った90社も入っています)", "140社と、前の回までに残った数")]
    public async Task Places_OnTheFrontPage_AreInTheLanguageOfTheReader(string code, string second, string third)
    {
        using var reader = served.NewClient();
        reader.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={code}");

        var rows = (await served.PageAsync("/", reader)).QuerySelectorAll("#calendar + .scroll tbody th");

        Assert.EndsWith(second, rows[1].TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith(third, rows[2].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_HoldNothingOfACompany()
    {
        var names = (await served.ListAsync(new())).SelectMany(c => new[] { c.CompanyName, c.Email, c.Phone, c.Id.ToString() }).ToList();
        foreach (var path in new[] { "/open-data", "/open-data/rounds.json", "/open-data/rounds.csv" })
        {
            var text = await served.Http.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.All(names.Except([Sample.R7.Contact!.Phone]), n => Assert.DoesNotContain(n, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Page_OfARound_DoesNotTellWhatTheOpenDataHide()
    {
        var page = await served.PageAsync("/rounds/1");

        Assert.Equal(
            ["予定社数", "前の回からの追加", "当選", "エントリーがなく残った社数"],
            page.QuerySelectorAll("dl.quota dt").Select(t => t.TextContent));
        Assert.NotNull(page.QuerySelector("dl.quota + p a[href='/open-data#suppression']"));
    }

    private static string Unescaped(string text) => System.Net.WebUtility.HtmlDecode(text).Replace("\\(", "(", StringComparison.Ordinal)
        .Replace("\\)", ")", StringComparison.Ordinal);

    private async Task<Dictionary<string, string>> ReadAsync()
    {
        var read = new Dictionary<string, string>();
        foreach (var path in Paths)
        {
            var text = await served.Http.GetStringAsync(new Uri(path, UriKind.Relative));
            read[path] = text.StartsWith("<!DOCTYPE", StringComparison.Ordinal) ? await MainAsync(text) : text;
        }

        return read;
    }

    // The time of the page aside: it passes.
    private static async Task<string> MainAsync(string html)
    {
        var main = (await new HtmlParser().ParseDocumentAsync(html)).QuerySelector("main")!;
        foreach (var clock in main.QuerySelectorAll("p").Where(p => p.TextContent.StartsWith("現在の時刻", StringComparison.Ordinal)))
            clock.Remove();
        return main.TextContent;
    }
}
