using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Testing.Serve;
using Tedori.Workflows.Access;

namespace Tedori.Tests.Http;

public sealed class RequestPipelineTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Uri Open = new("/my/open", UriKind.Relative);

    [Fact]
    public async Task Page_Always_HasTheSecurityHeaders()
    {
        using var response = await served.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Contains("no-store", Header(response, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Opened_ChangesNothingBeforeTheClickAndThenStartsTheSession()
    {
        using var http = served.NewClient();
        var link = await LinkAsync();

        var page = await served.PageAsync(link.PathAndQuery, http);
        using var before = await http.GetAsync(new Uri("/my/r7-02-00001", UriKind.Relative));
        using var opened = await http.PostAsync(Open, FormOf(page));

        Assert.NotEqual(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        Assert.Equal("/my/r7-02-00001", opened.Headers.Location?.OriginalString);
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("tedori-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        // On loopback there is no TLS.
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/my/r7-02-00001", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefusedAndStartsNothing()
    {
        using var http = served.NewClient();
        using var form = new FormUrlEncodedContent([new("token_of_link", TokenOf(await LinkAsync()))]);

        using var response = await http.PostAsync(Open, form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("tedori-session", string.Join(";", Cookies(response)), StringComparison.Ordinal);
        Assert.Contains("このフォームは無効です", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public async Task Post_TooLarge_IsSentWholeAndRefused(int megabytes)
    {
        using var form = new FormUrlEncodedContent([new("x", new string('a', megabytes * 1024 * 1024))]);

        using var response = await served.Http.PostAsync(Open, form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    // Announced or not, in one field or in many, the same answer each time.
    [Theory]
    [InlineData(1, 2 * 1024 * 1024)]
    [InlineData(40, 50_000)]
    [InlineData(2_000, 1_000)]
    public async Task Post_TooLargeInChunks_IsRefusedAsTooLargeEachTime(int fields, int length)
    {
        var text = string.Join('&', Enumerable.Range(0, fields).Select(i => $"x{i}={new string('a', length)}"));
        for (var i = 0; i < 10; i++)
        {
            using var response = await PostInChunksAsync(Open, text);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            Assert.Contains("入力した文字を減らして", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_WithACharacterThatNoTextHas_IsNotCalledTooLarge()
    {
        using var content = new StringContent("x=%00", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await served.Http.PostAsync(Open, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("大きすぎる", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SmallInChunks_IsReadAsEveryOther()
    {
        using var response = await PostInChunksAsync(Open, "x=1");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/my/open", "入力した文字を減らして")]
    [InlineData("/lost-link", "入力した文字を減らして")]
    public async Task Post_TooLarge_SpeaksOfFilesOnlyWhereThereIsOne(string path, string said)
    {
        using var form = new FormUrlEncodedContent([new("x", new string('a', 2 * 1024 * 1024))]);

        using var response = await served.Http.PostAsync(new Uri(path, UriKind.Relative), form);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("20MB", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Post_OfAnotherKind_IsRefused(string kind)
    {
        using var body = new StringContent("{}", Encoding.UTF8, kind);

        using var response = await served.Http.PostAsync(Open, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("\"utf-7\"")]
    [InlineData("shift_jis")]
    [InlineData("utf-16")]
    [InlineData("nonsense")]
    public async Task Post_InAnotherEncoding_IsRefused(string charset)
    {
        using var body = new ByteArrayContent("x=%2BMEI-"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/x-www-form-urlencoded; charset={charset}");

        using var response = await served.Http.PostAsync(Open, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithAPartInAnotherEncoding_IsRefused()
    {
        using var part = new ByteArrayContent("+MEI-"u8.ToArray());
        part.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=utf-7");
        using var body = new MultipartFormDataContent { { part, "token" } };

        using var response = await served.Http.PostAsync(Open, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.True(response.Headers.ConnectionClose);
    }

    [Fact]
    public async Task LinkPage_WithMarkupInItsToken_ReflectsNone()
    {
        const string Forged = "/my/open?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
        using var response = await served.Http.GetAsync(new Uri(Forged, UriKind.Relative));
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

        Assert.Equal("リンクを読み取れません", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    private async Task<HttpResponseMessage> PostInChunksAsync(Uri path, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        return await served.Http.SendAsync(request);
    }

    private async Task<Uri> LinkAsync()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<CaseAccess>();
        return (await access.LinkAsync(CaseId.Parse("r7-02-00001")))!;
    }

    private static string TokenOf(Uri link) => Uri.UnescapeDataString(link.Query["?token=".Length..]);

    private static FormUrlEncodedContent FormOf(AngleSharp.Dom.IDocument page) => new(page
        .QuerySelectorAll("main form input[name]")
        .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    private static IEnumerable<string> Cookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
