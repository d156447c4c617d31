using System.Net;
using AngleSharp.Html.Parser;
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
    [InlineData("GET", "/evidence/scans")]
    [InlineData("GET", "/assets/absent.js")]
    [InlineData("POST", "/absent")]
    [InlineData("POST", "/calendar.ics")]
    [InlineData("PUT", "/entry")]
    [InlineData("PATCH", "/absent")]
    [InlineData("DELETE", "/staff/cases/r7-02-00001")]
    [InlineData("OPTIONS", "/")]
    [InlineData("POST", "/")]
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
