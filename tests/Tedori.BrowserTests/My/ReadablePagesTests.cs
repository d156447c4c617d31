using Microsoft.Playwright;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;

namespace Tedori.BrowserTests.My;

/// <summary>What a company has filed can be read on a phone, and what was wrong with it is where one stands.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ReadablePagesTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    [SkippableFact]
    public async Task Files_OnAPhone_HaveALabelAtEachCellAndNothingToScrollSideways()
    {
        await using var tab = await OpenAsync(Way.Phone);
        var company = new Company(round.Served, tab) { Case = round.Take() };
        await round.DoAsync(company.Case, at => new CaseCommand.RegisterCompany(at, Sample.Web(at) with
        {
            Files = [Sample.File("書類.pdf"), Sample.File(new string('長', 60) + ".pdf")],
        }));
        await EnterAsync(tab, company);

        var labels = await tab.Page.Locator("table.cards tbody td").EvaluateAllAsync<string[]>(
            "cells => cells.map(c => getComputedStyle(c, '::before').content)");
        var wider = await tab.Page.Locator("table.cards, table.cards td, .scroll:has(table.cards)").EvaluateAllAsync<int>(
            "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length");

        Assert.Equal(8, labels.Length);
        Assert.Equal(["\"手続き\"", "\"書類\"", "\"大きさ\"", "\"受付票\""], labels.Take(4));
        Assert.Equal(0, wider);
        await company.SeeAsync("files-on-a-phone");
    }

    [SkippableTheory]
    [InlineData("/forms/company", "button[value=preview]")]
    [InlineData("/leave/declined", "main form button.danger")]
    [InlineData("/contact", "main form button")]
    public async Task Errors_OfAPageOfAFiling_HaveTheFocusAndStandInTheTitle(string path, string button)
    {
        await using var tab = await OpenAsync(Way.Desktop);
        var company = new Company(round.Served, tab) { Case = round.Take() };
        await EnterAsync(tab, company);
        await tab.GoAsync(company.Path(path));
        if (path == "/contact")
            await tab.FillAsync("#email2", "other@example.jp");

        await tab.PressAsync(button);

        await Assertions.Expect(tab.Page.Locator("#errors")).ToBeFocusedAsync();
        Assert.StartsWith("エラー: ", await tab.Page.TitleAsync(), StringComparison.Ordinal);
        await company.SeeAsync($"errors{path.Replace('/', '-')}");
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Reasons_AndTheLetter_OpenByAClickAndPassTheJudge(Way way)
    {
        await using var tab = await OpenAsync(way);
        using var passed = await round.OpenPassedAsync();
        await round.Served.IdleAsync();
        var company = new Company(round.Served, tab) { Case = passed.Case };
        await EnterAsync(tab, company);

        await tab.PushAsync("text=この順位の根拠");
        await Assertions.Expect(tab.Page.Locator("details[open] dd >> nth=0")).ToContainTextAsync("位となり、予定社数");
        await company.SeeAsync("reason-of-the-rank");
        await tab.PressAsync("main ul a[href*='.eligibilityPassed.']");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("発信者公益財団法人東京しごと財団 理事長");
        await Assertions.Expect(tab.Page.Locator("[data-print]")).ToBeVisibleAsync();
        await company.SeeAsync("letter");
    }

    private Task<Tab> OpenAsync(Way way) => chromium.OpenAsync(round.Served, way);

    private async Task EnterAsync(Tab tab, Company company)
    {
        await tab.GoAsync((await round.LinkAsync(company.Case)).PathAndQuery);
        await tab.PressAsync("main form button");
    }
}
