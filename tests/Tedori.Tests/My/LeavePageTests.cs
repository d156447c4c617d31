using System.Net;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>辞退・撤回・中止.</summary>
public sealed class LeavePageTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Leave_BeforeTheDecision_SaysWhatItMeansAndEndsTheCase()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/leave/declined"));

        var blank = await company.SubmitAsync(page, "main form");
        var before = await round.StateAsync(company.Case);
        var done = await company.SubmitAsync(page, "main form", ("reason", "都合により"), ("sure", "yes"));
        var mine = await company.GetAsync(company.Path());

        Assert.Contains("元に戻すことはできません。", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.Status);
        Assert.Equal(["理由を400文字以内で入力してください。", "辞退の意味を確認し、チェックしてください。"], blank.Errors);
        Assert.False(before.IsClosed);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(Outcome.Declined, (await round.StateAsync(company.Case)).Outcome);
        Assert.Contains("この申請は終結しました(辞退)", mine.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retracted", "現在の段階は「企業情報の登録」のため、「撤回」はできません。")]
    [InlineData("abandoned", "現在の段階は「企業情報の登録」のため、「中止」はできません。")]
    public async Task Leave_ByAWayThatIsNotOpen_IsRefused(string way, string text)
    {
        using var company = await round.OpenAsync();

        var page = await company.GetAsync(company.Path($"/leave/{way}"), HttpStatusCode.Conflict);

        Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_AfterTheDecision_OffersRetracting()
    {
        using var company = await round.OpenPassedAsync();

        var page = await company.GetAsync(company.Path());

        Assert.Equal(
            [company.Path("/leave/retracted")],
            page.QuerySelectorAll("a[href*=leave]").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Form_OfAClosedCase_IsRefused()
    {
        using var company = await round.OpenAsync();
        await round.DoAsync(company.Case, at => new CaseCommand.Decline(at, "都合"));

        var form = await company.GetAsync(company.Path("/forms/company"), HttpStatusCode.Conflict);
        var leave = await company.GetAsync(company.Path("/leave/declined"), HttpStatusCode.Conflict);

        Assert.Contains("この申請は終結しています(辞退)。", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("この申請は終結しています(辞退)。", leave.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyPage_InEveryOutcome_StillOpens()
    {
        using var company = await round.OpenAsync();
        await round.DoAsync(company.Case, at => new CaseCommand.RegisterCompany(at, Sample.Web(at)));
        await round.DoAsync(company.Case, at => new CaseCommand.FailEligibility(at, "都内に事業所がありません。", Signed: Sample.Two));

        var page = await company.GetAsync(company.Path());

        Assert.Contains("この申請は終結しました(不通過)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("行われませんでした。", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
