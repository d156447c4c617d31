using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Public.News;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Kit;

/// <summary>The news: what happened to the rounds, as a feed.</summary>
public sealed class NewsTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_HasWhatHappenedTheLatestFirstAndNothingThatIsToCome()
    {
        using var answer = await served.Http.GetAsync(new Uri("/kit/news.atom", UriKind.Relative));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        // Another test moves a deadline.
        var entries = feed.Elements(Atom + "entry")
            .Where(e => !e.Element(Atom + "id")!.Value.Contains("claim", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["tag:tedori,2025:r7-02-opens", "tag:tedori,2025:r7-01-result", "tag:tedori,2025:r7-01-closes", "tag:tedori,2025:r7-01-opens"],
            entries.Select(e => e.Element(Atom + "id")!.Value));
        var times = entries.Select(e => InstantPattern.ExtendedIso.Parse(e.Element(Atom + "updated")!.Value).Value).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(feed.Element(Atom + "entry")!.Element(Atom + "updated")!.Value, feed.Element(Atom + "updated")!.Value);
        Assert.All(entries, e => Assert.StartsWith(
            "http://tedori.test/rounds/r7-0", e.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Equal(
            "http://tedori.test/kit/news.atom",
            feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
    }

    [Fact]
    public async Task News_OfMovedDates_SayTheNewAndTheOldDayWithTheReason()
    {
        var at = Tokyo.At("2025-06-19T12:00:00");
        await using var scope = served.Services.CreateAsyncScope();
        var moved = scope.ServiceProvider.GetRequiredService<MovedDeadlines>();
        await moved.AddAsync(new(new("r7", 1), Step.Claim, Track.Wage, new LocalDate(2026, 9, 30), at));
        var window = new MovedWindow(new("r7", 2), Tokyo.At("2025-06-23T17:00:00"), "回線の障害のため。", at, "p1");
        var rounds = Sample.R7.Rounds.Select(r => r.Number == 2 ? r with { Moved = window } : r);
        var catalog = new EditionCatalog([Sample.R7 with { Rounds = [.. rounds] }]);

        var news = await new NewsCatalog(catalog, scope.ServiceProvider.GetRequiredService<RoundRecords>(), moved)
            .AtAsync(served.Clock.Now, CancellationToken.None);

        var closing = news.Single(n => n.Key == $"r7-02-moved-{at.ToUnixTimeSeconds()}");
        Assert.Equal("令和7年度第2回の事前エントリーの締切を令和7年6月23日(月) 17:00に延長しました", closing.Title);
        Assert.Equal("延長前は令和7年6月20日(金) 17:00です。理由: 回線の障害のため。", closing.Text);
        // What was told before stays as it was told.
        Assert.Equal("令和7年6月20日(金) 17:00より前に受信したものまで受け付けます。", news.Single(n => n.Key == "r7-02-opens").Text);
        var claim = news.Single(n => n.Key.StartsWith("r7-01-claim", StringComparison.Ordinal));
        Assert.Equal("令和7年度第1回の支給申請の期限(賃上げあり)を変更しました", claim.Title);
        Assert.Equal("新しい期限は令和8年9月30日(水)です。", claim.Text);
    }

    [Fact]
    public void Write_MarkupAndNoNews_IsWellFormed()
    {
        var now = Instant.FromUtc(2025, 6, 1, 0, 0);
        var feed = XDocument.Parse(AtomFeed.Write([new("k", now, "<b>&", "]]>", "/x")], now, "/f", null)).Root!;

        Assert.Equal("<b>&", feed.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
        Assert.Equal("2025-06-01T00:00:00Z", XDocument.Parse(AtomFeed.Write([], now, "/f", null)).Root!.Element(Atom + "updated")!.Value);
    }
}
