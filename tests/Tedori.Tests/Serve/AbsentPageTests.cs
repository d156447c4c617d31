using System.Net;
using AngleSharp.Html.Parser;
using Tedori.Functions.Public.Absence;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Serve;

/// <summary>A path of no function is answered by a page that leads on.</summary>
public sealed class AbsentPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Theory]
    [InlineData("GET", "/absent")]
    [InlineData("GET", "/absent/deeper/still.php?q=1")]
    [InlineData("GET", "/%E4%BB%A4%E5%92%8C")]
    [InlineData("GET", "/administrator")]
    [InlineData("GET", "/rounds/seven")]
    [InlineData("GET", "/assets/absent.js")]
    [InlineData("POST", "/absent")]
    [InlineData("PATCH", "/absent")]
    [InlineData("PUT", "/rounds/seven")]
    [InlineData("DELETE", "/staff/cases/r7-02-00001/absent")]
    public async Task Path_OfNoFunction_IsAnsweredInJapaneseWithAWayOn(string method, string path)
    {
        using var response = await AskAsync(method, path);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("ページが見つかりません", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/");
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("OPTIONS", "/", "GET, HEAD")]
    [InlineData("POST", "/calendar.ics", "GET, HEAD")]
    [InlineData("PUT", "/entry", "GET, HEAD, POST")]
    [InlineData("PATCH", "/rounds/1", "GET, HEAD")]
    [InlineData("DELETE", "/staff/cases/r7-02-00001", "GET, HEAD")]
    [InlineData("GET", "/mail/events", "POST")]
    public async Task Path_AskedByAnotherMethod_SaysWhichItTakes(string method, string path, string allowed)
    {
        using var response = await AskAsync(method, path);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
        Assert.Equal("この操作はできません", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("何も変わっていません", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory]
    [InlineData("PUT", "/local", "GET")]
    [InlineData("DELETE", "/local/cases/r7-02-00001", "GET")]
    [InlineData("GET", "/local/clock/next", "POST")]
    public async Task PathOfTheOperator_AskedByAnotherMethod_SaysWhichItTakes(string method, string path, string allowed)
    {
        using var response = await AskAsync(method, path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
        Assert.Contains("何も変わっていません", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Of these the app is never asked.
    [Theory]
    [InlineData("TRACE", "/faq", "GET, HEAD")]
    [InlineData("PURGE", "/mail/events", "POST")]
    [InlineData("TRACE", "/local", "GET")]
    [InlineData("PURGE", "/absent", null)]
    public async Task Method_ThatNoPageTakes_IsAnsweredInWords(string method, string path, string? allowed)
    {
        using var response = await AskAsync(method, path);

        Assert.Equal(allowed is null ? HttpStatusCode.NotFound : HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed ?? "", string.Join(", ", response.Content.Headers.Allow));
        Assert.Contains("URL", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfTheMailServerThatIsTooLongInChunks_IsRefusedInWords()
    {
        using var content = new StreamContent(new MemoryStream(new byte[3 * 1024 * 1024]));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mail/events", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await served.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("at most", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // What a page that answers leads back to when another language is chosen there.
    [Theory]
    [InlineData("/entry", "/entry")]
    [InlineData("/my/open", "/")]
    [InlineData("/my/open?token=x", "/my/open?token=x")]
    [InlineData("/contact/confirm", "/")]
    [InlineData("/mail/events", "/")]
    [InlineData("/absent", "/absent")]
    public void Page_ComeBackTo_CanBeShown(string asked, string shown) =>
        Assert.Equal(shown, RouteMethods.OfFunctions.Shown(asked));

    // Longer than any page needs, and than the server itself would take without an answer to read.
    [Theory]
    [InlineData(9_000)]
    [InlineData(60_000)]
    public async Task Address_ThatIsTooLong_IsRefusedInWords(int length)
    {
        using var response = await AskAsync("GET", "/plan?q=" + new string('a', length));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
        Assert.Contains("URLが長すぎる", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(700)]
    public async Task Headers_ThatAreTooMany_AreRefusedInWords(int count)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        foreach (var number in Enumerable.Range(1, count))
            request.Headers.Add($"X-{number}", "a");
        using var response = await served.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
        Assert.Contains("大きすぎるため、開けません", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(200_000)]
    public async Task Headers_ThatAreTooLong_AreRefusedInWords(int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("X-Long", new string('a', length));
        using var response = await served.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
        Assert.Contains("大きすぎるため、開けません", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_OfNoFunction_AskedForItsHead_IsAnsweredWithoutABody()
    {
        using var response = await AskAsync("HEAD", "/absent");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    // On Azure these are the host's own, and a function must not stand before them.
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/host/status")]
    [InlineData("/ADMIN/functions")]
    [InlineData("/runtime/webhooks/durabletask/instances")]
    public async Task Path_OfTheHostItself_ReachesNoFunction(string path)
    {
        using var response = await AskAsync("GET", path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task FrontPage_AskedForItsHead_IsThere()
    {
        using var response = await AskAsync("HEAD", "/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/entry")]
    [InlineData("/rounds/1")]
    [InlineData("/healthz")]
    [InlineData("/local")]
    [InlineData("/local/sign-in")]
    public async Task Path_OfAFunctionOrOfTheOperator_IsStillItsOwn(string path)
    {
        using var response = await AskAsync("GET", path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method is "POST" or "PUT" or "PATCH")
            request.Content = new StringContent("<a/>", System.Text.Encoding.UTF8, "application/xml");
        return await served.Http.SendAsync(request);
    }
}
