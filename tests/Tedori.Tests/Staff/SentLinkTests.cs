using System.Net;
using AngleSharp.Dom;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Staff;
using Tedori.Workflows.Access;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Staff;

/// <summary>Staff see which links a company was sent and void one of them, or propose to void all.</summary>
public sealed class SentLinkTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Links_OfACase_AreListedWithPurposeNoticeTimesAndState()
    {
        var id = round.Take();
        await AskForTheLinkAsync(id);
        var sent = (await SentAsync(id)).Where(s => s.Link is not null).ToList();
        using var aoki = await StaffClient.SignInAsync(round.Served, "dev-aoki");

        var page = await aoki.PageAsync($"/staff/cases/{id}");

        Assert.Equal([NoticeKind.ResultWon, NoticeKind.LinkSentAgain], sent.Select(s => s.Notice.Kind));
        Assert.Equal(
            sent.Select(s => s.Notice.Id.ToString()).Reverse(),
            page.QuerySelectorAll("tr[data-link]").Select(r => r.GetAttribute("data-link")));
        var row = RowOf(page, sent[0].Notice.Id);
        Assert.Equal(
            ["マイページを開く", "抽選結果(当選)", sent[0].Notice.To],
            row.QuerySelectorAll("td").Skip(1).Take(3).Select(c => c.TextContent));
        Assert.Equal(
            [InstantPattern.ExtendedIso.Format(sent[0].SentAt), InstantPattern.ExtendedIso.Format(sent[0].Link!.Until)],
            row.QuerySelectorAll("time").Select(t => t.GetAttribute("datetime")!));
        Assert.Equal("有効", row.QuerySelector(".state")!.TextContent);
        Assert.Contains("リンクの記録のない通知が1件", page.Body!.TextContent, StringComparison.Ordinal);
        // A viewer looks on.
        Assert.Empty(page.QuerySelectorAll("a[href*='/links/'], a[href*='kind=revoke']"));
    }

    [Fact]
    public async Task Notice_WhoseLinkIsOpened_IsKnownToHaveArrived()
    {
        var id = round.Take();
        await AskForTheLinkAsync(id);
        var again = (await SentAsync(id))[^1].Notice;
        Assert.NotEqual(NoticeState.Opened, (await SentAsync(id))[^1].State);

        using var company = await OpenAsync(id, again);

        Assert.Equal(NoticeState.Opened, (await SentAsync(id)).Single(s => s.Notice.Id == again.Id).State);
        using var aoki = await StaffClient.SignInAsync(round.Served, "dev-aoki");
        var page = await aoki.PageAsync($"/staff/cases/{id}");
        Assert.Contains("リンクを開封済み", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_RevokedAtTheSecondClick_EndsItsSessionsAndLeavesTheOthers()
    {
        var id = round.Take();
        await AskForTheLinkAsync(id);
        var (won, again) = ((await SentAsync(id))[^2].Notice, (await SentAsync(id))[^1].Notice);
        using var through = await OpenAsync(id, won);
        using var beside = await OpenAsync(id, again);
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var listed = RowOf(await ito.PageAsync($"/staff/cases/{id}"), won.Id).QuerySelector("a")!;
        var asked = await ito.PageAsync(listed.GetAttribute("href")!);

        using var previewed = await ito.SubmitAsync(
            FormOf(asked, "preview"), ("reason", "別の会社に転送された"), ("do", "preview"));
        var preview = await StaffClient.ParseAsync(previewed);
        Assert.Contains("まだ無効にしていません", preview.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        await through.GetAsync(through.Path());
        using var done = await ito.SubmitAsync(FormOf(preview, "revoke"), ("do", "revoke"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal($"/staff/cases/{id}#links", done.Headers.Location!.OriginalString);
        await through.GetAsync(through.Path(), HttpStatusCode.Forbidden);
        await beside.GetAsync(beside.Path());
        await through.GetAsync((await IssueAsync(won)).PathAndQuery, HttpStatusCode.Gone);
        using var anew = await OpenAsync(id, again);
        var page = await ito.PageAsync($"/staff/cases/{id}");
        Assert.Equal(("無効", "有効"), (StateOf(page, won.Id), StateOf(page, again.Id)));
        Assert.Contains("伊藤 健", RowOf(page, won.Id).TextContent, StringComparison.Ordinal);
        Assert.Contains("別の会社に転送された", RowOf(page, won.Id).TextContent, StringComparison.Ordinal);
        Assert.Null(RowOf(page, won.Id).QuerySelector("a"));
        var entry = (await round.Served.AuditAsync(AuditActions.RevokeLink, $"{id}"))[^1];
        Assert.Equal(
            ("dev-ito", "有効", "無効", $"{won.Id} 別の会社に転送された"), (entry.By, entry.Before, entry.After, entry.Detail));
        Assert.NotEmpty(await round.Served.AuditAsync(AuditActions.ViewLink, $"{id}"));
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("revoke")]
    public async Task One_WithoutAReason_IsRefusedAndStaysValid(string action)
    {
        var id = round.Take();
        var won = (await SentAsync(id))[^1].Notice;
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        var page = await ito.PageAsync($"/staff/cases/{id}/links/{won.Id}");

        using var answer = await ito.SubmitAsync(FormOf(page, "preview"), ("reason", " "), ("do", action));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var refused = await StaffClient.ParseAsync(answer);
        Assert.Equal("無効にする理由を1文字以上1,000文字以内で入力してください。", refused.QuerySelector("#reason-error")!.TextContent);
        Assert.Equal("有効", StateOf(await ito.PageAsync($"/staff/cases/{id}"), won.Id));
    }

    [Fact]
    public async Task One_RevokedByAColleagueMeanwhile_TellsWho()
    {
        var id = round.Take();
        var won = (await SentAsync(id))[^1].Notice;
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");
        using var ueda = await StaffClient.SignInAsync(round.Served, "dev-ueda");
        var seenByUeda = FormOf(await ueda.PageAsync($"/staff/cases/{id}/links/{won.Id}"), "preview");
        var seenByIto = FormOf(await ito.PageAsync($"/staff/cases/{id}/links/{won.Id}"), "preview");
        using var first = await ito.SubmitAsync(seenByIto, ("reason", "誤送信"), ("do", "revoke"));

        using var second = await ueda.SubmitAsync(seenByUeda, ("reason", "別の理由"), ("do", "revoke"));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var page = await StaffClient.ParseAsync(second);
        Assert.Equal(
            "このリンクは、伊藤 健(審査担当者)さんが令和7年7月2日(水) 10:00に無効にしました。",
            page.QuerySelector(".errors li")!.TextContent.Trim());
        Assert.Contains("既に無効", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var listed = RowOf(await ito.PageAsync($"/staff/cases/{id}"), won.Id);
        Assert.Contains("誤送信", listed.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_ProposedAndApproved_EndEverySessionAndShowAsVoid()
    {
        var id = round.Take();
        var won = (await SentAsync(id))[^1].Notice;
        using var company = await OpenAsync(id, won);
        using var ito = await ActingClient.SignInAsync(round.Served, "dev-ito");
        using var endo = await ActingClient.SignInAsync(round.Served, "dev-endo");
        var listed = (await ito.PageAsync($"/staff/cases/{id}"))
            .QuerySelector("#links ~ p a[href*='kind=revoke']")!.GetAttribute("href")!;
        (string, string)[] fields = [("kind", "revoke"), ("cases", $"{id}"), ("why", "端末の紛失")];
        var preview = await ActingClient.ParseAsync(
            await ito.PostAsync("/staff/proposals/new", await ito.PageAsync(listed), [.. fields, ("do", "preview")]));
        (string, string)[] confirmed = [.. fields, ("do", "propose"), ("key", ActingClient.Value(preview, "key"))];
        var path = ActingClient.Followed(await ito.PostAsync("/staff/proposals/new", preview, confirmed));
        await company.GetAsync(company.Path());
        ActingClient.Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        await round.Served.IdleAsync();

        await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);
        Assert.Equal("無効", StateOf(await ito.PageAsync($"/staff/cases/{id}"), won.Id));
        var link = await ito.PageAsync($"/staff/cases/{id}/links/{won.Id}");
        Assert.Empty(link.QuerySelectorAll("main form"));
        var elsewhere = await ito.PageAsync("/staff/notices/repeat");
        var refused = await ActingClient.RefusedAsync(
            await ito.PostAsync($"/staff/cases/{id}/links/{won.Id}", elsewhere, ("reason", "x"), ("do", "revoke")));
        Assert.Contains("既に使えなくなっています", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatTheCaseWasNotSent_IsNotFound()
    {
        var (id, other) = (round.Take(), round.Take());
        var elsewhere = (await SentAsync(other))[^1].Notice.Id;
        var before = (await SentAsync(id)).First(s => s.Link is null).Notice.Id;
        using var ito = await StaffClient.SignInAsync(round.Served, "dev-ito");

        foreach (var notice in new[] { $"{elsewhere}", $"{before}", "x", $"{id}.resultWon.9999", "..%2f1" })
            await ito.PageAsync($"/staff/cases/{id}/links/{notice}", HttpStatusCode.NotFound);
    }

    private static IElement RowOf(IDocument page, NoticeId id) => page.QuerySelector($"tr[data-link='{id}']")!;

    private static string StateOf(IDocument page, NoticeId id) => RowOf(page, id).QuerySelector(".state")!.TextContent;

    private static IElement FormOf(IDocument page, string action) =>
        page.QuerySelectorAll("main form").Single(f => f.QuerySelector($"button[value={action}]") is not null);

    private async Task<IReadOnlyList<SentNotice>> SentAsync(CaseId id) =>
    [
        .. (await round.WithAsync<CaseHistory, IReadOnlyList<SentNotice>>(h => h.SentAsync(id))).OrderBy(s => s.SentAt),
    ];

    private async Task AskForTheLinkAsync(CaseId id)
    {
        var email = (await round.StateAsync(id)).Entry.Email;
        await round.WithAsync<LinkService, bool>(async service =>
        {
            await service.SendAgainAsync(id, email, round.Now);
            return true;
        });
        await round.Served.IdleAsync();
    }

    // As it stands in the mail.
    private async Task<Uri> IssueAsync(Notice notice) =>
        (await round.WithAsync<CaseAccess, IssuedLink?>(a => a.IssueAsync(notice)))!.Address;

    private async Task<CompanyBrowser> OpenAsync(CaseId id, Notice notice)
    {
        var browser = new CompanyBrowser(round.Served.NewClient(), id);
        await browser.FollowAsync(await IssueAsync(notice));
        return browser;
    }
}
