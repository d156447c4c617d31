using System.Net;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Staff;
using Tedori.Tests.My;
using Tedori.Workflows.CaseFiles;

namespace Tedori.Tests.Staff;

/// <summary>A company replaces what it filed while a member of staff has the version before on the screen.</summary>
public sealed class ReplacedUnderReviewTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Ticks = "form[action$='/checklist']";

    [Fact]
    public async Task Ticks_OfAPageFromBeforeTheReplacement_AreNotRecordedAndLockNothing()
    {
        using var company = await round.OpenAsync();
        await FilingWay.FileAsync(company, "company", Filled.Company);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var stale = (await ito.PageAsync($"/staff/cases/{company.Case}")).QuerySelector(Ticks)!;
        await ReplaceAsync(company);

        using var ticked = await ito.SubmitAsync(stale, ("done", stale.QuerySelector("input[name=done]")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Conflict, ticked.StatusCode);
        Assert.Contains("この画面を開いた後に、申請が変わりました", await ticked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await round.StateAsync(company.Case)).UnderReview);
        Assert.Empty((await round.Served.AskAsync<CaseFileReader, CaseFile?>(r => r.ReadAsync(company.Case)))!.Ticks);
    }

    [Fact]
    public async Task Proposal_FromAReviewOfTheVersionBefore_SaysWhatChangedAtOnce()
    {
        using var company = await round.OpenAsync();
        await FilingWay.FileAsync(company, "company", Filled.Company);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var review = await ito.PageAsync($"/staff/cases/{company.Case}/review");
        await ReplaceAsync(company);

        foreach (var kind in (string[])["pass", "fail"])
        {
            var form = await ito.PageAsync(review.QuerySelector($"a[href*='kind={kind}']")!.GetAttribute("href")!);
            Assert.Contains("企業情報の登録", form.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Proposal_OfAFailure_BeginsTheReviewSoThatNothingIsReplacedAfterIt()
    {
        using var company = await round.OpenAsync();
        await FilingWay.FileAsync(company, "company", Filled.Company);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var review = await ito.PageAsync($"/staff/cases/{company.Case}/review");
        var form = await ito.PageAsync(review.QuerySelector("a[href*='kind=fail']")!.GetAttribute("href")!);
        Assert.Null(form.QuerySelector("#changed"));

        using var tried = await ito.SubmitAsync(
            form.QuerySelector("#why")!.Closest("form")!, ("because-text", "要件を満たしません。"), ("why", "要件外"), ("do", "preview"));
        var ready = await StaffClient.ParseAsync(tried);
        using var proposed = await ito.SubmitAsync(
            ready.QuerySelector("input[name=key]")!.Closest("form")!, ("do", "propose"));
        Assert.Equal(HttpStatusCode.SeeOther, proposed.StatusCode);

        var state = await round.StateAsync(company.Case);
        Assert.Equal(Step.EligibilityReview, state.UnderReview);
        Assert.Equal("reviewHasBegun", CaseDecider.CheckReplacement(state, Step.CompanyRegistration)!.Code);
    }

    [Fact]
    public async Task Proposal_OfSeveral_LeavesOutWhatWasReplacedSinceAndSaysSo()
    {
        using var first = await round.OpenAsync();
        using var second = await round.OpenAsync();
        using var third = await round.OpenAsync();
        foreach (var company in (CompanyBrowser[])[first, second, third])
            await FilingWay.FileAsync(company, "company", Filled.Company);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var cases = string.Join("%0A", first.Case, second.Case, third.Case);
        var form = await ito.PageAsync($"/staff/proposals/new?kind=fail&cases={cases}");
        await ReplaceAsync(second);

        using var tried = await ito.SubmitAsync(
            form.QuerySelector("#why")!.Closest("form")!, ("because-text", "要件を満たしません。"), ("why", "要件外"), ("do", "preview"));
        var shown = await StaffClient.ParseAsync(tried);
        var left = Assert.Single(shown.QuerySelectorAll("#dry-run tr.late")).TextContent;
        Assert.Contains($"{second.Case}", left, StringComparison.Ordinal);
        Assert.Contains("企業が提出を差し替えたか", left, StringComparison.Ordinal);

        // The third is replaced between the dry run and the proposal: less than was shown is shown again first.
        await ReplaceAsync(third);
        using var early = await ito.SubmitAsync(Ready(shown), ("do", "propose"));
        var again = await StaffClient.ParseAsync(early);
        Assert.Contains("行えるものが変わりました", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, again.QuerySelectorAll("#dry-run tr.late").Length);
        using var proposed = await ito.SubmitAsync(Ready(again), ("do", "propose"));

        Assert.Equal(HttpStatusCode.SeeOther, proposed.StatusCode);
        Assert.Equal(Step.EligibilityReview, (await round.StateAsync(first.Case)).UnderReview);
        Assert.Null((await round.StateAsync(second.Case)).UnderReview);
        Assert.Null((await round.StateAsync(third.Case)).UnderReview);
    }

    private static AngleSharp.Dom.IElement Ready(AngleSharp.Dom.IDocument page) =>
        page.QuerySelector("input[name=key]")!.Closest("form")!;

    private static async Task ReplaceAsync(CompanyBrowser company)
    {
        var form = await company.GetAsync(company.Path("/forms/company"));
        var preview = await company.SubmitAsync(form, FilingWay.Form, ("do", "preview"), ("industry", "製造業"));
        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(preview.Page, FilingWay.Preview, ("do", "file"))).Status);
    }
}
