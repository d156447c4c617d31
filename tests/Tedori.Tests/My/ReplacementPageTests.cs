using System.Net;
using AngleSharp.Dom;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>What was filed is replaced (差し替え) on its pages, without script, and every version is shown.</summary>
public sealed class ReplacementPageTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Form = FilingWay.Form;
    private const string Preview = FilingWay.Preview;

    [Fact]
    public async Task Registration_Replaced_StartsFromWhatWasFiledAndKeepsBothVersionsWithTheirReceipts()
    {
        using var company = await round.OpenAsync();
        await FilingWay.UploadAsync(company, "company", "定款.pdf");
        var (_, first) = await FilingWay.FileAsync(company, "company", Filled.Company);
        await FilingWay.UploadAsync(company, "company", "写し.pdf");

        var link = Assert.Single(Links(await company.GetAsync(company.Path()), "企業情報の登録を差し替える"));
        var form = await company.GetAsync(link.GetAttribute("href")!);
        var preview = await company.SubmitAsync(form, Form, ("do", "preview"), ("industry", "製造業"));
        var second = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));
        var again = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));

        Assert.Equal("情報サービス業", form.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Equal((HttpStatusCode.SeeOther, second.Location), (again.Status, again.Location));
        var receipt = await company.GetAsync(second.Location!);
        Assert.Contains("企業情報の登録の差し替えの受付票", receipt.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("製造業", receipt.Body!.TextContent, StringComparison.Ordinal);
        foreach (var name in (string[])["定款.pdf", "写し.pdf"])
            Assert.Contains(name, receipt.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var before = await company.GetAsync(first.Location!);
        Assert.Contains("情報サービス業", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("写し.pdf", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第1版(この受付票)", before.Body!.TextContent, StringComparison.Ordinal);
        var page = await company.GetAsync(company.Path());
        Assert.Equal(second.Location, Assert.Single(Links(page, "企業情報の登録の受付票を見る")).GetAttribute("href"));
        Assert.Equal(first.Location, Assert.Single(Links(page, "差し替え前の第1版の受付票")).GetAttribute("href"));
    }

    [Fact]
    public async Task Registration_ReplacedFromTwoFormsAtOnce_TakesTheFirstAndKeepsTheOtherFromOverwritingIt()
    {
        using var company = await round.OpenAsync();
        await FilingWay.FileAsync(company, "company", Filled.Company);
        var form = await company.GetAsync(company.Path("/forms/company"));
        var one = await company.SubmitAsync(form, Form, ("do", "preview"), ("industry", "製造業"));
        var fresh = await company.GetAsync(company.Path("/forms/company"));
        var other = await company.SubmitAsync(fresh, Form, ("do", "preview"), ("industry", "建設業"));

        var filed = await company.SubmitAsync(one.Page, Preview, ("do", "file"));
        var late = await company.SubmitAsync(other.Page, Preview, ("do", "file"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (filed.Status, late.Status));
        Assert.Single((await round.StateAsync(company.Case)).Replaced);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("save")]
    public async Task Registration_FromAWindowThatHasNotSeenTheFirstVersion_HasToBeChosenBeforeItReplaces(string button)
    {
        using var company = await round.OpenAsync();
        var old = await company.GetAsync(company.Path("/forms/company"));
        var (_, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);

        var asked = await company.SubmitAsync(
            old, Form, [.. Filled.Company.Where(f => f.Name != "industry"), ("do", button), ("industry", "建設業")]);
        var untouched = await company.GetAsync(company.Path("/forms/company"));
        var chosen = await company.SubmitAsync(asked.Page, "main form", ("do", "save"));
        var draft = await company.GetAsync(chosen.Location!);
        var preview = await company.SubmitAsync(draft, Form, ("do", "preview"));

        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("同じ申請が提出されました", asked.Text, StringComparison.Ordinal);
        Assert.Equal(["建設業", "情報サービス業"], asked.Page.QuerySelectorAll("tbody td").Select(td => td.TextContent));
        Assert.Equal(filed.Location, asked.Page.QuerySelector(".notice a")!.GetAttribute("href"));
        Assert.Equal("情報サービス業", untouched.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Contains("版の受付票)が入っています", untouched.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("建設業", draft.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Contains("一時保存した内容が入っています", draft.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("版の受付票)が入っています", draft.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("差し替えて提出する", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autosave_OfAWindowThatHasNotSeenTheFirstVersion_SavesNothing()
    {
        using var company = await round.OpenAsync();
        var old = await company.GetAsync(company.Path("/forms/company"));
        await FilingWay.FileAsync(company, "company", Filled.Company);

        var saved = await company.PostAsync(
            company.Path("/forms/company/draft"), CompanyBrowser.FieldsOf(old.QuerySelector(Form)!), ("industry", "建設業"));

        Assert.Equal(HttpStatusCode.Conflict, saved.Status);
        var form = await company.GetAsync(company.Path("/forms/company"));
        Assert.Equal("情報サービス業", form.QuerySelector("#industry")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Registration_OnceAReviewerTookIt_SaysInOneSentenceThatItCannotBeReplaced()
    {
        using var company = await round.OpenAsync();
        await FilingWay.FileAsync(company, "company", Filled.Company);
        var open = await company.GetAsync(company.Path("/forms/company"));
        var preview = await company.SubmitAsync(open, Form, ("do", "preview"), ("industry", "製造業"));
        await round.DoAsync(company.Case, at => new CaseCommand.BeginReview(at, "ito"));

        var filed = await company.SubmitAsync(preview.Page, Preview, ("do", "file"));
        var form = await company.GetAsync(company.Path("/forms/company"), HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.Conflict, filed.Status);
        Assert.Contains("審査が始まったため、「企業情報の登録」は差し替えられません。", filed.Text, StringComparison.Ordinal);
        Assert.Contains("差し替えられません", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Links(await company.GetAsync(company.Path()), "企業情報の登録を差し替える"));
    }

    [Fact]
    public async Task Claim_Replaced_IsWhatIsReviewedAndTheProjectStays()
    {
        using var company = await round.OpenPassedAsync();
        await FilingWay.FileAsync(company, "project", Filled.Project);
        await FilingWay.FileAsync(company, "claim", Filled.ClaimOn(JapanTime.DateOf(round.Now)));

        await FilingWay.FileAsync(company, "claim", [("item-2", null)]);

        var state = await round.StateAsync(company.Case);
        Assert.Equal(Step.ClaimReview, state.Step);
        Assert.Equal("1, 15 of 1, 2, 15", $"{string.Join(", ", state.Claim!.Items)} of {string.Join(", ", state.Project!.Items)}");
        Assert.Contains(
            "支給申請を受理したため", (await company.GetAsync(company.Path("/forms/project"), HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static List<IElement> Links(IDocument page, string text) =>
        [.. page.QuerySelectorAll("main a").Where(a => a.TextContent == text)];
}
