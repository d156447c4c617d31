using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tedori.Functions.Languages;
using Tedori.Testing.Serve;
using Tedori.Tests.Applicants;

namespace Tedori.Tests.Languages;

/// <summary>A language is chosen by pressing its name, is remembered by the browser alone, and leads nowhere else.</summary>
public sealed class LanguageChoiceTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Choice_OnAPage_LeadsBackToItAndIsRemembered()
    {
        using var browser = served.NewClient();
        var form = (await served.PageAsync("/faq?from=mail", browser)).QuerySelector("header form.languages")!;
        using var chosen = await PostAsync(
            browser, ("page", form.QuerySelector("input[name=page]")!.GetAttribute("value")!), ("language", "en"));
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));

        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Equal("/faq?from=mail", chosen.Headers.Location!.OriginalString);
        Assert.Equal("tedori-language=en; max-age=31536000; path=/; samesite=lax; httponly", cookie);
        Assert.Equal("Frequently asked questions", (await served.PageAsync("/faq", browser)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Japanese_ChosenAgain_IsRememberedAsWell()
    {
        using var browser = served.NewClient();
        using var english = await PostAsync(browser, ("page", "/"), ("language", "en"));
        using var japanese = await PostAsync(browser, ("page", "/"), ("language", "ja"));

        Assert.StartsWith("tedori-language=ja; max-age=31536000", Assert.Single(japanese.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal("ja", (await served.PageAsync("/", browser)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: b=c")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public async Task Choice_WithAnAddressElsewhere_LeadsToTheFrontPage(string page)
    {
        using var browser = served.NewClient();
        using var answer = await PostAsync(browser, ("page", page), ("language", "en"));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Choice_OfNoLanguage_IsRefusedAndChangesNothing()
    {
        using var browser = served.NewClient();
        using var answer = await PostAsync(browser, ("page", "/faq"), ("language", "xx"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("ほかの言語を選んでください", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Refusal_OfALanguage_LetsAnotherBeChosenForThePageOnWhichItWas()
    {
        using var browser = served.NewClient();
        using var answer = await PostAsync(browser, ("page", "/faq"), ("language", "xx"));

        Assert.Equal("/faq", BackOf(await PageOf(answer)));
    }

    // What is sent is answered by a page on which a language can be chosen as on every other.
    [Theory]
    [InlineData("/lost-link", "email", "a", "/lost-link", true)]
    [InlineData("/entry", "x", "y", "/entry", false)]
    [InlineData("/my/r7-02-00001/uploads/1/remove", "x", "y", "/my/r7-02-00001/uploads/1/remove", false)]
    [InlineData("/nowhere", "x", "y", "/nowhere", false)]
    public async Task Answer_ToWhatWasSent_HasTheSwitchAndSaysWhatItLoses(
        string path, string field, string value, string back, bool typed)
    {
        using var browser = served.NewClient();
        var token = typed ? (await served.PageAsync(path, browser)).QuerySelector("main input[type=hidden]")! : null;
        using var form = new FormUrlEncodedContent(
            [new(field, value), .. token is null ? [] : new[] { KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!) }]);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), form);
        var page = await PageOf(answer);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(back, BackOf(page));
        Assert.Equal(typed, page.QuerySelector("header")!.TextContent.Contains("入力した内容は残りません", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ThatAsksToConfirmAnEntry_LeadsBackToTheFormInAnotherLanguage()
    {
        using var visitor = new EntryVisitor(served);
        await visitor.OpenAsync();
        var (_, confirm, _) = await visitor.PostAsync("confirm");
        using var chosen = await PostAsync(visitor.Http, ("page", BackOf(confirm)!), ("language", "en"));

        Assert.NotNull(confirm.QuerySelector("button[value=send]"));
        Assert.Equal("/entry", chosen.Headers.Location!.OriginalString);
        Assert.Equal("en", (await served.PageAsync("/entry", visitor.Http)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/my/r7-02-00001/uploads/1/remove", "/my/r7-02-00001")]
    [InlineData("/my/r7-02-00001/contact?a=b", "/my/r7-02-00001/contact?a=b")]
    [InlineData("/language", "/")]
    [InlineData("/nowhere", "/nowhere")]
    public async Task Choice_OnWhatShowsNothing_LeadsToThePageAboveIt(string page, string back)
    {
        using var browser = served.NewClient();
        using var answer = await PostAsync(browser, ("page", page), ("language", "en"));

        Assert.Equal(back, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Choice_ThatAnotherSiteMakesTheBrowserSend_IsRefused()
    {
        using var browser = served.NewClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await PostAsync(browser, ("page", "/"), ("language", "en"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_OfTheChoice_IsNoPage()
    {
        using var answer = await served.Http.GetAsync(new Uri("/language?language=en&page=/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Page_WithTheSwitch_NeedsNoCookie()
    {
        using var browser = served.NewClient();
        using var answer = await browser.GetAsync(new Uri("/guide", UriKind.Relative));

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/rounds/1")]
    [InlineData("/kit")]
    [InlineData("/open-data")]
    [InlineData("/plan")]
    public async Task Page_ThatIsKept_IsKeptInJapaneseAndForTheSameCookiesOnly(string path)
    {
        using var browser = served.NewClient();
        using var japanese = await browser.GetAsync(new Uri(path, UriKind.Relative));
        using var chosen = await PostAsync(browser, ("page", path), ("language", "en"));
        using var english = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(japanese.Headers.CacheControl!.Public);
        Assert.Equal(["Cookie"], japanese.Headers.Vary);
        Assert.True(english.Headers.CacheControl is { NoStore: true, Public: false }, $"{english.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("/calendar.ics")]
    [InlineData("/kit.json")]
    [InlineData("/kit.csv")]
    [InlineData("/kit/news.atom")]
    [InlineData("/kit/embed")]
    [InlineData("/kit/rounds/7/opening-newsletter.txt")]
    [InlineData("/kit/rounds/7/opening-newsletter.html")]
    [InlineData("/plan.json")]
    [InlineData("/plan.csv")]
    [InlineData("/open-data/rounds.json")]
    [InlineData("/open-data/rounds.csv")]
    public async Task Feed_ForAnEnglishReader_IsTheSame(string path)
    {
        using var browser = served.NewClient();
        var japanese = await FeedAsync(browser, path);
        using var chosen = await PostAsync(browser, ("page", "/"), ("language", "en"));

        Assert.Equal(japanese, await FeedAsync(browser, path));
    }

    [Fact]
    public void Paper_OfAnEnglishReader_IsInJapanese()
    {
        Reader.Current = new(Language.English, null);

        Assert.Equal("はい", Reader.InJapanese(() => Phrases.Say("はい")));
        Assert.Equal("Yes", Phrases.Say("はい"));
    }

    private static async Task<IDocument> PageOf(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static string? BackOf(IDocument page) =>
        page.QuerySelector("header form.languages input[name=page]")?.GetAttribute("value");

    // A calendar says when it was made, to the second.
    private static async Task<string> FeedAsync(HttpClient browser, string path) =>
        Regex.Replace(await browser.GetStringAsync(new Uri(path, UriKind.Relative)), @"DTSTAMP:\d{8}T\d{6}Z", "DTSTAMP:");

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, params (string Name, string Value)[] fields) =>
        browser.PostAsync(
            new Uri("/language", UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}
