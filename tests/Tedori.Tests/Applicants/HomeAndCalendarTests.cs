using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Testing.Serve;
using Tedori.Workflows.Access;

namespace Tedori.Tests.Applicants;

public sealed class HomeAndCalendarTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Home_Open_ShowsStateClockItemsAndWaysOn()
    {
        var page = await served.PageAsync("/");

        Assert.Equal("受付中", page.QuerySelector(".lead .state")!.TextContent);
        Assert.Equal(15, page.QuerySelectorAll("main > h3 ~ ul li").Length);
        Assert.Contains("1人につき120,000円、上限1,200,000円(10人まで)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("合計2,300,000円まで", page.Body.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("令和7年6月20日(金) ", page.GetElementById("clock")!.TextContent, StringComparison.Ordinal);
        foreach (var way in (string[])["/entry", "/lost-link", "/calendar.ics", "/rounds/1", "/rounds/10"])
            Assert.NotNull(page.QuerySelector($"a[href='{way}']"));
        Assert.Equal(
            ["第1回受付終了140社", "第2回受付中230社(うち前の回までに残った90社)", "第3回受付前140社と前の回までに残った社数"],
            page.QuerySelectorAll("tbody tr th").Take(3).Select(c => c.TextContent));
    }

    [Fact]
    public async Task Home_Open_SaysWhenItChangesSoThatItsScriptAsksAgain() => Assert.Equal(
        $"{Testing.Cases.Tokyo.At("2025-06-20T17:00:00").ToUnixTimeMilliseconds()}",
        (await served.PageAsync("/")).GetElementById("clock")!.GetAttribute("data-changes"));

    [Fact]
    public async Task Script_OfTheClock_ComesFromOurOwnAddress()
    {
        var page = await served.PageAsync("/");
        using var script = await served.Http.GetAsync(
            new Uri(page.QuerySelector("script")!.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal(
            (HttpStatusCode.OK, "text/javascript"), (script.StatusCode, script.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Calendar_OfAllRounds_IsACalendar()
    {
        using var feed = await served.Http.GetAsync(new Uri("/calendar.ics", UriKind.Relative));
        Assert.Equal("text/calendar", feed.Content.Headers.ContentType!.MediaType);
        var calendar = Ical.Net.Calendar.Load(await feed.Content.ReadAsStringAsync())!;
        Assert.Equal(("2.0", "PUBLISH", 70), (calendar.Version, calendar.Method, calendar.Events.Count));
    }

    [Fact]
    public async Task Calendar_OfACase_IsForItsCompanyOnly()
    {
        using var http = served.NewClient();
        var path = new Uri("/my/r7-01-00001/calendar.ics", UriKind.Relative);
        using var before = await http.GetAsync(path);
        await OpenAsync(http, "r7-01-00001");
        using var after = await http.GetAsync(path);
        using var another = await http.GetAsync(new Uri("/my/r7-01-00002/calendar.ics", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("attachment; filename=\"r7-01-00001.ics\"", after.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, another.StatusCode);
    }

    private async Task OpenAsync(HttpClient http, string id)
    {
        await using var scope = served.Services.CreateAsyncScope();
        var link = (await scope.ServiceProvider.GetRequiredService<CaseAccess>().LinkAsync(CaseId.Parse(id)))!;
        var page = await served.PageAsync(link.PathAndQuery, http);
        using var form = new FormUrlEncodedContent(page.QuerySelectorAll("main form input[name]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        using var opened = await http.PostAsync(new Uri("/my/open", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
    }
}
