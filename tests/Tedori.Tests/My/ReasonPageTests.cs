using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Composition;
using Tedori.Functions.Languages;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Staff;

namespace Tedori.Tests.My;

/// <summary>Each amount and each rank has its reason one click away, where it stands.</summary>
public sealed class ReasonPageTests(WonRound round) : IClassFixture<WonRound>
{
    private static readonly RoundState Drawn = new()
    {
        Id = new("r7", 1),
        Phase = RoundPhase.Released,
        Entries = 400,
        Places = 140,
        CarriedIn = 3,
    };

    [Fact]
    public async Task Rank_OfACompanyThatWon_HasItsReasonOnItsPageAndInTheResult()
    {
        using var company = await round.OpenAsync();

        var page = await company.GetAsync(company.Path());
        var result = page.QuerySelectorAll("main ul a[href*='.resultWon.']").Single().GetAttribute("href")!;
        var notice = await company.GetAsync(result);

        foreach (var reason in new[] { page, notice }.Select(p => Reason(p, "この順位の根拠")))
        {
            Assert.Contains("予定社数230社以内のため当選です。", reason.TextContent, StringComparison.Ordinal);
            Assert.Contains("公開された乱数", reason.TextContent, StringComparison.Ordinal);
            Assert.Equal("/rounds/r7-02", reason.QuerySelector("a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Rank_OfACompanyThatWon_HasItsReasonOnTheStaffsPage()
    {
        using var staff = await StaffClient.SignInAsync(round.Served, "dev-aoki");

        var page = await staff.PageAsync($"/staff/cases/{WonRound.Shared}");

        Assert.Contains(
            "予定社数230社以内のため当選です。", Reason(page, "この順位の根拠").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectedAmount_HasItsReasonInTheFormInItsAutosaveAndOnTheReceipt()
    {
        using var company = await round.OpenPassedAsync();
        var page = await company.GetAsync(company.Path("/forms/project"));
        var fields = CompanyBrowser.Change(CompanyBrowser.FieldsOf(page.QuerySelector(FilingWay.Form)!), Filled.Project);
        using var content = new FormUrlEncodedContent(fields);
        using var saved = await company.Http.PostAsync(new Uri(company.Path("/forms/project/draft"), UriKind.Relative), content);
        var autosaved = JsonDocument.Parse(await saved.Content.ReadAsStringAsync()).RootElement.GetProperty("reason");
        var form = await company.GetAsync(company.Path("/forms/project"));
        var sections = await company.GetAsync(company.Path("/forms/project/sections"));
        var (_, filed) = await FilingWay.FileAsync(company, "project", Filled.Project);
        var receipt = await company.GetAsync(filed.Location!);

        foreach (var reason in new[] { form, sections, receipt }.Select(p => Reason(p, "この額の根拠")))
        {
            Assert.Contains(
                "3項目(①②⑮、対象者1人)を、区分ごとの単価と上限で計算した合計です。", reason.TextContent, StringComparison.Ordinal);
            Assert.Contains("合計により、支給額は320,000円です。", reason.TextContent, StringComparison.Ordinal);
            Assert.Contains("募集要項1(2)", reason.TextContent, StringComparison.Ordinal);
        }

        // What the script writes is what the page shows.
        Assert.Equal(
            Reason(form, "この額の根拠").QuerySelectorAll("[data-reason] dd").Select(d => d.TextContent.Trim()),
            autosaved.EnumerateArray().Select(f => f.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("ja", "この額の根拠", "200,000円", "2項目(①②)を")]
    [InlineData("en", "Why this amount", "¥200,000", "The sum of 2 measures")]
    public async Task GrantedAmount_HasItsReasonInTheLanguageOfTheReader(string code, string summary, string yen, string sentence)
    {
        var page = await RenderAsync(Language.Find(code)!);

        Assert.Contains(page.QuerySelectorAll("dd"), d => d.TextContent.StartsWith(yen, StringComparison.Ordinal));
        var text = Reason(page, summary).TextContent;
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains("説明です。", text, StringComparison.Ordinal);
        if (code == "en")
            Assert.Contains("Drawn: no. 7 of 400 in the draw of round 1, within the 143 places.", page.TextContent, StringComparison.Ordinal);
    }

    private static IElement Reason(IDocument page, string summary) => Reason(page.DocumentElement, summary);

    private static IElement Reason(IElement page, string summary) =>
        page.QuerySelectorAll("details.reason").First(d => d.QuerySelector("summary")!.TextContent == summary);

    private static async Task<IElement> RenderAsync(Language language)
    {
        await using var services = new ServiceCollection().AddLogging().AddPages().BuildServiceProvider();
        Reader.Current = new(language, "/");
        // A part of a page is in the language of its page, which is translated.
        var html = await services.GetRequiredService<PageRenderer>().RenderAsync<TranslatedReasons>(new()
        {
            [nameof(CaseReasons.Edition)] = Sample.R7,
            [nameof(CaseReasons.Events)] = Story.Granted,
            [nameof(CaseReasons.Round)] = Drawn,
        });
        return (await new HtmlParser().ParseDocumentAsync(html)).DocumentElement;
    }

    [Translated]
    private sealed class TranslatedReasons : CaseReasons;
}
