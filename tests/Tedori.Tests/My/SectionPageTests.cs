using System.Net;
using Tedori.Programme;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>A form section by section: each with its address, and a list of what is done and what is missing.</summary>
public sealed class SectionPageTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Form = FilingWay.Form;

    [Fact]
    public async Task Sections_FilledOneAfterTheOther_LeadToTheNextAndToThePreview()
    {
        using var company = await round.OpenAsync();
        var path = company.Path("/forms/company/sections");
        var before = States(await company.GetAsync(path));

        var labour = await SubmitAsync(company, $"{path}/company", "next");
        var documents = await SubmitAsync(company, labour.Location!, "next");
        var declarations = await SubmitAsync(company, documents.Location!, "next");
        var list = await SubmitAsync(company, declarations.Location!, "next");
        var after = await company.GetAsync(list.Location!);
        var preview = await company.SubmitAsync(after, "main form", ("do", "preview"));
        var filed = await company.SubmitAsync(preview.Page, FilingWay.Preview, ("do", "file"));

        Assert.Equal("企業の概要: 入力が必要な箇所があと5件 / 労働条件: 未入力 / 添付する書類: 書類があと6件 / 確認事項: 未入力", string.Join(" / ", before));
        Assert.Equal(
            ($"{path}/labour", $"{path}/documents", $"{path}/declarations", path),
            (labour.Location, documents.Location, declarations.Location, list.Location));
        Assert.Equal("企業の概要: 完了 / 労働条件: 完了 / 添付する書類: 書類があと6件 / 確認事項: 完了", string.Join(" / ", States(after)));
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        Assert.Equal(Step.EligibilityReview, (await round.StateAsync(company.Case)).Step);
    }

    [Fact]
    public async Task Section_Saved_LeavesTheOthersAsTheyAreAndShowsWhatWasRead()
    {
        using var company = await round.OpenAsync();
        var path = company.Path("/forms/company/sections");
        await SubmitAsync(company, $"{path}/labour", "list");

        var saved = await company.SubmitAsync(
            await company.GetAsync($"{path}/company"), Form, ("do", "save"), ("founded", "平成13年4月1日"));

        Assert.Equal($"{path}/company", saved.Location);
        var whole = await company.GetAsync(company.Path("/forms/company"));
        Assert.Equal("245", whole.QuerySelector("#yearlyDays")!.GetAttribute("value"));
        Assert.Equal("平成13年4月1日 = 2001年4月1日", whole.QuerySelector("[data-reading=founded]")!.TextContent);
        Assert.Null((await company.GetAsync($"{path}/company")).QuerySelector("#yearlyDays"));
    }

    [Fact]
    public async Task Preview_OfTheForm_HasALinkThatChangesEachSectionAndNamesTheDocumentsThatAreMissing()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));

        var preview = await company.SubmitAsync(page, Form, [("do", "preview"), .. Filled.Company]);

        var links = preview.Page.QuerySelectorAll(".paper a").Select(a => a.GetAttribute("href"));
        Assert.Equal(
            ((string[])["company", "labour", "declarations"]).Select(s => company.Path($"/forms/company/sections/{s}")), links);
        Assert.Contains("まだない書類が6件あります", preview.Text, StringComparison.Ordinal);
        Assert.Contains("10,000,000円", preview.Text, StringComparison.Ordinal);
        foreach (var link in links)
            Assert.NotNull((await company.GetAsync(link!)).QuerySelector(Form));
    }

    [Fact]
    public async Task Section_ThatTheFormHasNot_IsNotFound()
    {
        using var company = await round.OpenAsync();
        await company.GetAsync(company.Path("/forms/company/sections/week"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Claim_BeginsWithThePersonsOfTheRegistration()
    {
        using var company = await round.OpenPassedAsync();
        await FilingWay.FileAsync(company, "project", Filled.Project);

        var claim = await company.GetAsync(company.Path("/forms/claim"));

        Assert.Equal(
            ("A-1", "200000", "210200"),
            (Value("wage-1-employee"), Value("wage-1-before"), Value("wage-1-after")));
        Assert.Null(claim.QuerySelector("#item-1")!.GetAttribute("checked"));

        string? Value(string id) => claim.QuerySelector($"#{id}")!.GetAttribute("value");
    }

    private static async Task<Answer> SubmitAsync(CompanyBrowser company, string address, string button)
    {
        var page = await company.GetAsync(address);
        var names = page.QuerySelectorAll($"{Form} [name]").Select(e => e.GetAttribute("name")).ToHashSet();
        return await company.SubmitAsync(page, Form, [("do", button), .. Filled.Company.Where(f => names.Contains(f.Name))]);
    }

    private static List<string> States(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll(".sections li").Select(
            li => $"{li.QuerySelector("a")!.TextContent}: {li.QuerySelector(".mark")!.TextContent}")];
}
