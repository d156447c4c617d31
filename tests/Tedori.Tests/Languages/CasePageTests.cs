using System.Net;
using AngleSharp.Dom;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Tests.My;
using Tedori.Workflows.Access;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Languages;

/// <summary>A company walks the pages of its case in its language; what stays Japanese says so.</summary>
public sealed class CasePageTests(WonRound round) : IClassFixture<WonRound>
{
    public static TheoryData<string> Others => ["en", "ja-easy"];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Page_ThatACompanyOpens_IsInItsLanguageAndOffersTheOthers(string code)
    {
        using var company = await OpenAsync(code);
        var notice = (await company.GetAsync(company.Path())).QuerySelector("a[href*='/notices/']")!.GetAttribute("href")!;
        foreach (var path in new[] { "", "/contact", "/leave/declined", "/forms/company", "/forms/company/sections", "/forms/company/sections/labour" })
            AssertIn(code, await company.GetAsync(company.Path(path)));

        var page = await company.GetAsync(notice);
        AssertIn(code, page);
        var leads = page.QuerySelectorAll("main .lead");
        Assert.Equal([null, "ja"], leads.Select(l => l.Closest("div[lang]")?.GetAttribute("lang")));
        if (code == "en")
            Assert.StartsWith("Please register your company by ", leads[0].TextContent, StringComparison.Ordinal);
    }

    // In a browser that remembers no language: as the mail whose link it is. One that remembers its own keeps it.
    [Theory]
    [MemberData(nameof(Others))]
    public async Task Link_OpenedInANewBrowser_IsInTheLanguageOfItsMail(string code)
    {
        var id = await TakeAsync(code);
        using var browser = round.Served.NewClient();
        var link = (await round.LinkAsync(id)).PathAndQuery;

        var asks = await round.Served.PageAsync(link, browser);
        var form = asks.QuerySelector("main form")!;
        using var content = new FormUrlEncodedContent(CompanyBrowser.FieldsOf(form));
        using var opened = await browser.PostAsync(new Uri("/my/open", UriKind.Relative), content);
        var mine = await round.Served.PageAsync($"/my/{id}", browser);
        using var other = round.Served.NewClient();
        other.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={(code == "en" ? "ja-easy" : "en")}");

        AssertIn(code, asks);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        AssertIn(code, mine);
        AssertIn(code == "en" ? "ja-easy" : "en", await round.Served.PageAsync(link, other));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Link_OfAMailInAnotherLanguage_IsInJapaneseForWhoChoosesIt(string code)
    {
        var id = await TakeAsync(code);
        using var browser = round.Served.NewClient();
        var link = (await round.LinkAsync(id)).PathAndQuery;

        var form = (await round.Served.PageAsync(link, browser)).QuerySelector("form.languages")!;
        using var content = new FormUrlEncodedContent([.. CompanyBrowser.FieldsOf(form).Where(f => f.Key != "language"), new("language", "ja")]);
        using var chosen = await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        var page = await round.Served.PageAsync(chosen.Headers.Location!.OriginalString, browser);

        Assert.Null(page.QuerySelector(".binds"));
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
    }

    // Whoever holds a link that opens nothing any more reads why in the language of its mail.
    [Theory]
    [MemberData(nameof(Others))]
    public async Task Link_ThatOpensNothingAnyMore_SaysSoInTheLanguageOfItsMail(string code)
    {
        var id = await TakeAsync(code);
        var link = (await round.LinkAsync(id)).PathAndQuery;
        await round.WithAsync<CaseAccess, bool>(async access =>
        {
            await access.RevokeAllAsync(id, await access.GenerationAsync(id));
            return true;
        });
        using var browser = round.Served.NewClient();

        using var response = await browser.GetAsync(new Uri(link, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        AssertIn(code, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Registration_FromWhatIsWrongToTheReceiptAndItsReplacement_IsInTheLanguageOfTheReader(string code)
    {
        using var company = await OpenAsync(code);
        var form = await company.GetAsync(company.Path("/forms/company"));
        var wrong = await company.SubmitAsync(
            form, FilingWay.Form, ("do", "preview"), ("founded", "2001/13/1"), ("capital", "一千万"), ("dailyHours", "8:07"), ("yearlyDays", "400"));
        await FilingWay.UploadAsync(company, "company", "profile.pdf", field: "file.document-1");
        var (preview, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);
        var receipt = await company.GetAsync(filed.Location!);
        var again = await company.GetAsync(company.Path("/forms/company"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.All([wrong.Page, preview.Page, receipt, again, await company.GetAsync(company.Path())], page => AssertIn(code, page));
        if (code != "en")
            return;
        Assert.Contains("“Date of establishment” cannot be read. That year has no such day. Check the date.", wrong.Errors);
        // What was refused is refused in words that the reader knows, but for what was typed.
        Assert.All(wrong.Page.QuerySelectorAll(".errors [lang=ja]"), e => Assert.Equal("一", e.TextContent));
        Assert.Equal("Company registration (企業情報の登録)", again.QuerySelector("h1")!.TextContent);
        Assert.Equal("Receipt of “Company registration”", receipt.QuerySelector("h1")!.TextContent);
        Assert.Equal("情報サービス業", Text(receipt, "Industry"));
        Assert.Equal("¥10,000,000", Text(receipt, "Capital or amount invested (yen)"));
        Assert.Equal("1 April 2001", Text(receipt, "Date of establishment"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Project_AndItsClaim_AreInTheLanguageOfTheReader(string code)
    {
        using var company = await round.OpenPassedAsync();
        Choose(company, code);
        var empty = await company.GetAsync(company.Path("/forms/project"));
        var none = await company.SubmitAsync(empty, FilingWay.Form, ("do", "preview"));
        var wrong = await company.SubmitAsync(
            await company.GetAsync(company.Path("/forms/project")), FilingWay.Form, [("do", "preview"), .. Filled.Project.Where(f => f.Name is not ("wage-1-after" or "rest-1-hours")),
                ("wage-1-after", "210199"), ("rest-1-hours", "10.5")]);
        var (preview, filed) = await FilingWay.FileAsync(company, "project", Filled.Project);
        var receipt = await company.GetAsync(filed.Location!);
        var claim = await company.GetAsync(company.Path("/forms/claim"));
        var early = await company.SubmitAsync(claim, FilingWay.Form, [("do", "preview"), .. Filled.Claim]);

        Assert.All(
            [empty, none.Page, wrong.Page, preview.Page, receipt, claim, early.Page, await company.GetAsync(company.Path("/forms/claim/sections"))],
            page => AssertIn(code, page));
        if (code != "en")
            return;
        Assert.Contains("Choose at least 2 measures.", none.Errors);
        Assert.Contains(
            "Employee 1: The raise is ¥210,199 − ¥200,000 = ¥10,199; required: ¥60 × 170 hours a month = ¥10,200; ¥1 too little. "
                + "Leave the employee out, or check the amounts.",
            wrong.Errors);
        Assert.Contains("In total, the grant is ¥320,000.", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("so it cannot be claimed yet.", early.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(early.Page.QuerySelectorAll(".errors [lang=ja]"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Correction_AndWhatIsRefused_AreInTheLanguageOfTheReader(string code)
    {
        using var company = await round.OpenAsync();
        await round.DoAsync(company.Case, at => new CaseCommand.RegisterCompany(at, Sample.Web(at)));
        await round.DoAsync(company.Case, at => new CaseCommand.RequestCorrection(
            at, [new("就業規則", "受付印のある写しを提出してください。"), new("店の看板", "写真を添えてください。")]));
        Choose(company, code);
        var form = await company.GetAsync(company.Path("/forms/correction-1"));
        var empty = await company.SubmitAsync(form, FilingWay.Form, ("do", "preview"));
        var closed = await company.GetAsync(company.Path("/forms/project"), HttpStatusCode.Conflict);

        var mine = await company.GetAsync(company.Path());
        Assert.All([form, empty.Page, closed, mine], page => AssertIn(code, page));
        Assert.All([form, mine], page => Assert.Contains(
            code == "en" ? "Without your answer by the deadline, this application ends." : "期限までに答えがないと、この申請は終わります。",
            page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        if (code != "en")
            return;
        // A document is named as everywhere; what staff wrote themselves stays as it is.
        Assert.StartsWith("Rules of employment", form.QuerySelector("label[for=answer-1]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Null(form.QuerySelector("label[for=answer-1] [lang]"));
        Assert.Equal("ja", form.QuerySelector("label[for=answer-2] [lang]")!.GetAttribute("lang"));
        Assert.Equal(["“Rules of employment” must be filled in.", "“店の看板” must be filled in."], empty.Errors);
        Assert.Equal(
            "The application now stands at “Review of the requirements”, so “Project registration” is not possible. See my page for the next step.",
            closed.QuerySelector(".lead p")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Form_SavedOnTwoPages_AsksInTheLanguageOfTheReader(string code)
    {
        using var company = await OpenAsync(code);
        var form = await company.GetAsync(company.Path("/forms/company"));
        await company.SubmitAsync(form, FilingWay.Form, ("do", "save"), ("industry", "製造業"));
        var other = await company.SubmitAsync(form, FilingWay.Form, ("do", "save"), ("industry", "建設業"), ("capital", "5"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        AssertIn(code, other.Page);
        Assert.Equal(
            company.Path("/forms/company"), other.Page.QuerySelector(".languages input[name=page]")!.GetAttribute("value"));
    }

    // A case whose company chose a language.
    private async Task<CaseId> TakeAsync(string code)
    {
        var id = round.Take();
        await round.WithAsync<IRecords, bool>(async records =>
        {
            await records.ChooseLanguageAsync(id, new(code, round.Now));
            return true;
        });
        return id;
    }

    private async Task<CompanyBrowser> OpenAsync(string code)
    {
        var company = await round.OpenAsync();
        Choose(company, code);
        return company;
    }

    internal static void Choose(CompanyBrowser company, string code) => company.Remember(LanguageChoice.Cookie, code);

    internal static void AssertIn(string code, IDocument page)
    {
        Assert.NotNull(page.QuerySelector(".binds"));
        if (code == "en")
        {
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(ReadPage.Unmarked(page));
            Assert.Empty(ReadPage.Sentences(page));
            Assert.Empty(page.QuerySelectorAll(":is([data-amount], .verdict, .reading, .paper ul, .mark) [lang=ja]").Select(e => e.TextContent));
        }
        else
        {
            Assert.Empty(ReadPage.Untranslated(page, Language.Easy));
        }
    }

    private static string? Text(IDocument page, string label) =>
        page.QuerySelectorAll("dt").Single(d => d.TextContent == label).NextElementSibling?.TextContent;
}
