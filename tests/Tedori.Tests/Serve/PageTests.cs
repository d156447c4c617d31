using System.Net;
using AngleSharp.Dom;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Serve;

public sealed class PageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Home_WhileARoundIsOpen_SaysWhichAndUntilWhen()
    {
        var page = await served.PageAsync("/");

        var lead = page.QuerySelector(".lead")!;
        Assert.Contains("第2回の事前エントリー 受付中", lead.TextContent, StringComparison.Ordinal);
        Assert.Equal("2025-06-20", lead.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(10, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Health_OfAServedFolder_IsOk() =>
        Assert.StartsWith(
            """{"status":"ok","checks":{"records":"ok","keys":"ok","evidence":"ok",""",
            await served.Http.GetStringAsync(new Uri("/healthz", UriKind.Relative)), StringComparison.Ordinal);

    [Fact]
    public async Task Rounds_OfTheOperator_ShowHowFarEachIs()
    {
        var rows = (await served.PageAsync("/local")).QuerySelectorAll("tbody tr");

        Assert.Equal(10, rows.Length);
        Assert.Equal("55", rows[0].QuerySelectorAll("td")[2].TextContent);
        Assert.Equal("/local/rounds/r7-01", rows[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(rows[0].QuerySelector("td:last-child time"));
        Assert.Null(rows[1].QuerySelector("td:last-child time"));
    }

    [Fact]
    public async Task Cases_OfARound_ComeInPages()
    {
        var first = await served.PageAsync("/local/rounds/r7-01");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await served.PageAsync(next);

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(5, second.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal("/local/rounds/r7-01?page=1", second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/local/rounds/r7-10")]
    [InlineData("/local/rounds/r7-01?page=99")]
    [InlineData("/local/rounds/r7-01?page=2147483647")]
    public async Task Cases_WhereThereAreNone_SayIt(string path) =>
        Assert.Contains("まだありません", (await served.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Case_OfARound_ShowsItsEventsAndNotices()
    {
        var page = await served.PageAsync("/local/cases/r7-01-00001");

        Assert.Contains("entered", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/local/mail/r7-01-00001.entryReceived.0001", MailOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_NewestFirst_ComesInPages()
    {
        var page = await served.PageAsync("/local/outbox");

        Assert.Equal(50, page.QuerySelectorAll("tbody tr").Length);
        var times = page.QuerySelectorAll("tbody time").Select(t => t.GetAttribute("datetime")).ToList();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.NotEmpty((await served.PageAsync("/local/outbox?page=2")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Mail_AsTextAndAsHtml_IsWhatWouldBeSent()
    {
        var path = MailOf(await served.PageAsync("/local/cases/r7-01-00001"));
        var page = await served.PageAsync(path);
        var html = await served.PageAsync($"{path}/html");

        Assert.Contains("r7-01-00001", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{path}/html", page.QuerySelector("main p a")!.GetAttribute("href"));
        Assert.Contains("r7-01-00001", html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/absent")]
    [InlineData("/local/rounds/r7-11")]
    [InlineData("/local/rounds/r6-01")]
    [InlineData("/local/rounds/first")]
    [InlineData("/local/cases/r7-01-99999")]
    [InlineData("/local/cases/r9-01-00001")]
    [InlineData("/local/cases/r7-01-00001'")]
    [InlineData("/local/mail/absent")]
    [InlineData("/local/mail/absent/html")]
    [InlineData("/local/mail/..%2f..%2ftedori.json")]
    [InlineData("/local/mail/%2e%2e%2frecords.db/html")]
    [InlineData("/local/cases/..%5c..%5cclock.txt")]
    [InlineData("/tedori.json")]
    [InlineData("/clock.txt")]
    [InlineData("/keys")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path)
    {
        using var response = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string MailOf(IDocument page) =>
        page.QuerySelector("li a[href^='/local/mail/']")!.GetAttribute("href")!;
}
