using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Testing;
using Tedori.Testing.Serve;
using Tedori.Tests.Applicants;

namespace Tedori.Tests.Languages;

/// <summary>Each page that is translated is so from its first word to its last, or says what is Japanese.</summary>
public sealed partial class TranslatedPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    public static TheoryData<string, HttpStatusCode> Pages => new()
    {
        { "/", HttpStatusCode.OK },
        { "/guide", HttpStatusCode.OK },
        { "/check", HttpStatusCode.OK },
        { "/faq", HttpStatusCode.OK },
        { "/glossary", HttpStatusCode.OK },
        { "/privacy", HttpStatusCode.OK },
        { "/accessibility", HttpStatusCode.OK },
        { "/entry", HttpStatusCode.OK },
        { "/entry/receipt", HttpStatusCode.Forbidden },
        { "/lost-link", HttpStatusCode.OK },
        { "/lost-link/sent", HttpStatusCode.OK },
        { "/my/open?token=cut", HttpStatusCode.NotFound },
        { "/my/r7-01-00001", HttpStatusCode.Forbidden },
        { "/my/signed-out", HttpStatusCode.OK },
        { "/nowhere", HttpStatusCode.NotFound },
        { "/rounds/1", HttpStatusCode.OK },
        { "/rounds/2", HttpStatusCode.OK },
        { "/plan", HttpStatusCode.OK },
        { "/plan?q=%E3%83%86%E3%83%AC%E3%83%AF%E3%83%BC%E3%82%AF", HttpStatusCode.OK },
        { "/plan?q=nothing", HttpStatusCode.OK },
        { $"/plan?q={new string('a', 200)}", HttpStatusCode.UnprocessableEntity },
        { "/plan/r7/1", HttpStatusCode.OK },
        { "/plan/r7/1/tokyo/a", HttpStatusCode.OK },
        { "/plan/r7/1/tokyo/u", HttpStatusCode.OK },
        { "/plan/r7/items/4", HttpStatusCode.OK },
        { "/plan/r7/99", HttpStatusCode.NotFound },
        { "/open-data", HttpStatusCode.OK },
        { "/kit", HttpStatusCode.OK },
        { "/kit/rounds/r7-07", HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEnglish_SaysWhatIsJapanese(string path, HttpStatusCode status)
    {
        var page = await GetAsync(path, Language.English, status);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Japanese text", page.QuerySelector(".binds")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(ReadPage.Unmarked(page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEasyJapanese_HasNoSentenceOfTheOther(string path, HttpStatusCode status)
    {
        var page = await GetAsync(path, Language.Easy, status);

        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("元(もと)の日本語", page.QuerySelector(".binds")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(ReadPage.Untranslated(page, Language.Easy));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InJapanese_SaysNothingOfOthers(string path, HttpStatusCode status)
    {
        var page = await GetAsync(path, Language.Japanese, status);

        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.QuerySelector(".binds"));
        Assert.Equal(["日本語", "やさしい日本語", "English"], page.QuerySelectorAll("header .languages button").Select(b => b.TextContent));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Entry_FromTheEmptyFormToTheReceipt_IsInTheLanguageOfTheReader(string code)
    {
        using var visitor = new EntryVisitor(served);
        visitor.Http.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={code}");
        await visitor.OpenAsync();
        var typed = visitor.Typed.ToDictionary();
        foreach (var (name, wrong) in Wrong)
            visitor.Typed[name] = wrong;
        visitor.Typed.Remove("condition-taxes");
        visitor.Typed.Remove("consent");
        var (refused, form, _) = await visitor.PostAsync("confirm");
        foreach (var (name, text) in typed)
            visitor.Typed[name] = text;
        var (_, confirm, _) = await visitor.PostAsync("confirm");
        var (entered, _, _) = await visitor.PostAsync("send");
        var receipt = await served.PageAsync("/entry/receipt", visitor.Http);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal(Wrong.Count + 2, form.QuerySelectorAll(".errors li").Length);
        Assert.Equal(HttpStatusCode.SeeOther, entered);
        Assert.All([form, confirm, receipt], page => Assert.Empty(code == "en"
            ? ReadPage.Unmarked(page)
            : ReadPage.Untranslated(page, Language.Easy)));
        // What is refused is refused in words that the reader knows.
        if (code == "en")
            Assert.Empty(form.QuerySelectorAll(".errors [lang=ja], .field .error [lang=ja]"));
    }

    [Fact]
    public async Task Page_ThatIsNotTranslatedYet_IsJapaneseAndSaysSoInTheReadersLanguage()
    {
        Reader.Current = new(Language.English, "/new");
        var html = await served.Services.GetRequiredService<PageRenderer>().RenderAsync<Shell>(new()
        {
            [nameof(Shell.Title)] = "新しいページ",
            [nameof(Shell.Heading)] = "公益財団法人東京しごと財団",
        });
        var page = await new HtmlParser().ParseDocumentAsync(html);

        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("This page is available in Japanese only.", page.QuerySelector(".binds[lang=en]")!.TextContent);
        Assert.Equal("English", page.QuerySelector(".languages [aria-current]")!.TextContent);
        Assert.Equal("新しいページ", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Pages_OfThePublicAndOfCompanies_AreAllTranslated()
    {
        var pages = new[] { "Public", "Applicants", "Components" }
            .SelectMany(f => Directory.EnumerateFiles(RepositoryRoot.Of("functions", "Tedori.Functions", f), "*.razor", SearchOption.AllDirectories))
            .Where(f => !f.EndsWith("Shell.razor", StringComparison.Ordinal) && ShellTag().IsMatch(File.ReadAllText(f))).ToList();

        Assert.True(pages.Count > 30, $"{pages.Count}");
        Assert.Empty(pages.Where(f => !File.ReadAllText(f).StartsWith("@attribute [Translated]", StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Dates_AndAmounts_AreWrittenAsTheLanguageWritesThem()
    {
        var english = (await GetAsync("/", Language.English, HttpStatusCode.OK)).QuerySelector("main")!;
        var easy = (await GetAsync("/", Language.Easy, HttpStatusCode.OK)).QuerySelector("main")!;

        Assert.Contains("It closes at 20 June 2025 (Fri) 17:00 JST.", Words(english), StringComparison.Ordinal);
        Assert.Contains("up to ¥2,300,000 in total", english.TextContent, StringComparison.Ordinal);
        Assert.Contains("締切(しめきり)は令和7年(2025年)6月20日(金) 17:00 です。", Words(easy), StringComparison.Ordinal);
        Assert.All([english, easy], m => Assert.Equal("2025-06-20", m.QuerySelector(".lead time")!.GetAttribute("datetime")));
    }

    [Theory]
    [InlineData("ja", "1社から4社までを「X」とします")]
    [InlineData("ja-easy", "1社から4社のとき「X」と書きます")]
    [InlineData("en", "X where it counts 1 to 4 companies.")]
    public async Task HiddenCounts_AreNamedByTheFirstAndTheLast(string code, string said) => Assert.Contains(
        said, (await GetAsync("/open-data", Language.Find(code)!, HttpStatusCode.OK)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    public static TheoryData<string> Others => ["en", "ja-easy"];

    private static Dictionary<string, string> Wrong => new()
    {
        ["kind"] = "",
        ["company-name"] = "",
        ["representative"] = new('あ', 61),
        ["address"] = "https://example.jp/",
        ["corporate-number"] = "12",
        ["employees"] = "301",
        ["email"] = "hanako",
        ["phone"] = "1",
    };

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IDocument> GetAsync(string path, Language language, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (!language.Binds)
            request.Headers.Add("Cookie", $"{LanguageChoice.Cookie}={language.Code}");
        using var answer = await served.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<(Shell|[A-Z][a-z]+Shell|MessagePage) ")]
    private static partial Regex ShellTag();
}
