using System.Net;
using AngleSharp.Dom;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Staff;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.My;

/// <summary>Each document that a form asks for has a place of its own, from the upload to the reviewer's checklist.</summary>
public sealed class DocumentSlotTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Content = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

    private static readonly string Document = Sample.R7.Filings.CompanyDocuments[1];

    [Fact]
    public async Task Upload_WithoutScript_KeepsWhatWasTypedAndFillsThePlaceOfItsDocument()
    {
        using var company = await round.OpenAsync();

        var answer = await FilingWay.UploadAsync(
            company, "company", "写し.pdf", field: "file.document-2", typed: ("industry", "製造業"));

        Assert.Equal(company.Path("/forms/company#evidence-heading"), answer.Location);
        var form = await company.GetAsync(company.Path("/forms/company"));
        Assert.Equal("製造業", form.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Equal("あり", form.QuerySelector("[data-slot=document-2]")!.TextContent);
        Assert.Equal("まだありません", form.QuerySelector("[data-slot=document-1]")!.TextContent);
        Assert.Equal(Document, form.QuerySelector("#evidence-files [data-document]")!.TextContent);
    }

    [Fact]
    public async Task Remove_WithoutScript_KeepsWhatWasTyped()
    {
        using var company = await round.OpenAsync();
        await FilingWay.UploadAsync(company, "company", "写し.pdf");
        var form = await company.GetAsync(company.Path("/forms/company"));
        var remove = form.QuerySelector("#evidence-files button")!.GetAttribute("formaction")!;

        await company.PostAsync(
            remove, CompanyBrowser.Change(CompanyBrowser.FieldsOf(form.QuerySelector("#filing")!), ("industry", "建設業")));

        var after = await company.GetAsync(company.Path("/forms/company"));
        Assert.Equal("建設業", after.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Empty(after.QuerySelectorAll("#evidence-files li"));
    }

    [Fact]
    public async Task Filed_Document_IsNamedOnTheReceiptAndInTheMailWithoutDigestsAndStandsBesideItsLine()
    {
        using var company = await round.OpenAsync();
        await FilingWay.UploadAsync(company, "company", "写し.pdf", field: "file.document-2");
        var (_, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);

        var receipt = await company.GetAsync(filed.Location!);
        await round.Served.IdleAsync();
        var mail = (await round.Served.AskAsync<CaseHistory, IReadOnlyList<SentNotice>>(h => h.SentAsync(company.Case)))
            .Single(n => n.Notice.Kind == NoticeKind.FilingReceived).Notice;
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var page = await ito.PageAsync($"/staff/cases/{company.Case}");

        Assert.Contains($"写し.pdf({Document})", receipt.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"受け取ったもの: {Document}「写し.pdf」", mail.Lines());
        Assert.Contains($"足りないもの: {Sample.R7.Filings.CompanyDocuments[0]}", mail.Lines());
        Assert.DoesNotContain($"足りないもの: {Document}", mail.Lines());
        Assert.EndsWith("足りないものを加えて、マイページで差し替えてください。", mail.Next, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Lines(), p => p.Contains("SHA", StringComparison.Ordinal) || p.Contains("バイト", StringComparison.Ordinal));
        var lines = page.QuerySelectorAll("form[action$='/checklist'] .field.check");
        Assert.Equal("写し.pdf", Line(lines, Document).QuerySelector("a.file")!.TextContent);
        Assert.Contains("提出されたファイルはありません", Line(lines, Sample.R7.Filings.CompanyDocuments[0]).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checklist_FirstTick_EndsTheTimeOfReplacements()
    {
        using var company = await round.OpenAsync();
        await FilingWay.FileAsync(company, "company", Filled.Company);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var form = (await ito.PageAsync($"/staff/cases/{company.Case}")).QuerySelector("form[action$='/checklist']")!;

        using var ticked = await ito.SubmitAsync(form, ("done", form.QuerySelector("input[name=done]")!.GetAttribute("value")!));

        var state = await round.StateAsync(company.Case);
        Assert.Equal(state.Step, state.UnderReview);
        Assert.Equal("reviewHasBegun", CaseDecider.CheckReplacement(state, Tedori.Programme.Step.CompanyRegistration)!.Code);
    }

    [Fact]
    public async Task Claim_ByPost_HasABoxForEachDocumentWhereTheCompanyUploadsIt()
    {
        using var company = await round.OpenPassedAsync();
        await FilingWay.FileAsync(company, "project", Filled.Project);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");

        var post = await ito.PageAsync($"/staff/post/new?case={company.Case}&step=Claim");
        var online = await company.GetAsync(company.Path("/forms/claim"));

        Assert.NotNull(post.QuerySelector("#evidence-1-1"));
        Assert.Null(online.QuerySelector("#evidence-1-1"));
        Assert.NotNull(online.QuerySelector("#slot-evidence-1-1"));
    }

    [Fact]
    public async Task OneContent_AsTwoDocuments_FillsBothPlacesFromTheFormToTheChecklistAndIntoTheNextVersion()
    {
        using var company = await round.OpenAsync();
        await FilingWay.UploadAsync(company, "company", "写し.pdf", Content, "file.document-1");
        await FilingWay.UploadAsync(company, "company", "写し.pdf", Content, "file.document-2");
        Assert.Equal(["あり", "あり"], await MarksAsync());
        await FilingWay.FileAsync(company, "company", Filled.Company);

        // A third document of the same content comes beside them; one of the two is left out.
        await FilingWay.UploadAsync(company, "company", "写し.pdf", Content, "file.document-3");
        var boxes = (await company.GetAsync(company.Path("/forms/company"))).QuerySelectorAll("[name^=leave-]")
            .Select(b => b.GetAttribute("name")!).ToList();
        var (_, filed) = await FilingWay.FileAsync(company, "company", [.. Filled.Company, (boxes[0], "yes")]);

        Assert.Equal(2, boxes.Distinct().Count());
        var receipt = (await company.GetAsync(filed.Location!)).QuerySelector("main")!.TextContent;
        foreach (var (index, there) in ((int, bool)[])[(0, false), (1, true), (2, true)])
            Assert.Equal(there, receipt.Contains($"写し.pdf({Sample.R7.Filings.CompanyDocuments[index]})", StringComparison.Ordinal));
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var lines = (await ito.PageAsync($"/staff/cases/{company.Case}")).QuerySelectorAll("form[action$='/checklist'] .field.check");
        Assert.Null(Line(lines, Sample.R7.Filings.CompanyDocuments[0]).QuerySelector("a.file"));
        Assert.NotNull(Line(lines, Document).QuerySelector("a.file"));
        Assert.NotNull(Line(lines, Sample.R7.Filings.CompanyDocuments[2]).QuerySelector("a.file"));

        async Task<IEnumerable<string>> MarksAsync()
        {
            var form = await company.GetAsync(company.Path("/forms/company"));
            return ((string[])["document-1", "document-2"]).Select(d => form.QuerySelector($"[data-slot={d}]")!.TextContent);
        }
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("save")]
    [InlineData("next")]
    public async Task Form_SentWithAFileThatIsNotUploaded_SaysSoAtItsFieldAndKeepsWhatWasTyped(string button)
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));

        var answer = await company.SubmitAsync(
            page, FilingWay.Form, [.. Filled.Company, ("do", button), ("file.document-2", "写し.pdf")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var error = answer.Page.QuerySelector("#slot-document-2-error")!.TextContent;
        Assert.Equal(
            "「写し.pdf」はまだアップロードされていません。もう一度選び、「アップロードする」を押してください。", error);
        Assert.Equal([error], answer.Errors);
        Assert.Null(answer.Page.QuerySelector("#slot-document-1-error"));
        Assert.Equal("情報サービス業", answer.Page.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Equal(
            "情報サービス業", (await company.GetAsync(company.Path("/forms/company"))).QuerySelector("#industry")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Section_SentWithAFileThatIsNotUploaded_IsTheSectionAgain()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company/sections/documents"));

        var answer = await company.SubmitAsync(page, FilingWay.Form, ("do", "next"), ("file", "地図.pdf"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("「地図.pdf」はまだ", answer.Page.QuerySelector("#evidence-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answer.Page.QuerySelector("#industry"));
    }

    private static IElement Line(IEnumerable<IElement> lines, string document) =>
        lines.Single(l => l.QuerySelector("label")!.TextContent.Trim().StartsWith(document, StringComparison.Ordinal));
}
