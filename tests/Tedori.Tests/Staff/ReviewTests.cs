using System.Net;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class ReviewTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Correction_AskedFor_StandsOnThePageAndTheCaseCannotPass()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var (id, path) = await UnderReviewAsync();
        var page = await ito.PageAsync(path);

        var next = Followed(await ito.PostAsync(path, page, ("do", "correction"), ("seen", Value(page, "seen")),
            ("subject-1", "就業規則"), ("reason-1", "受付印のある写しを提出してください。"), ("due", "")));
        var after = await ito.PageAsync(next);

        Assert.Contains("就業規則: 受付印のある写しを提出してください。", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("a[href*='kind=pass']"));
        var form = await ito.PageAsync($"/staff/proposals/new?kind=pass&cases={id}");
        using var pass = await ito.PostAsync("/staff/proposals/new", form, ("kind", "pass"), ("cases", $"{id}"),
            ("seen", Value(form, "seen")), ("why", "審査の結果"), ("do", "preview"));
        Assert.Contains(
            "回答待ち", (await RefusedAsync(pass)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await CaseAsync(served, id)).State.Correction);
    }

    [Fact]
    public async Task Correction_Withdrawn_KeepsItsText()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var (id, path) = await UnderReviewAsync();
        await DoAsync(served, id, new CaseCommand.RequestCorrection(served.Clock.Now, [new("誓約書", "押印してください。")]));
        var page = await ito.PageAsync(path);

        var next = Followed(await ito.PostAsync(
            path, page, ("do", "withdraw"), ("number", Value(page, "number")), ("seen", Value(page, "seen"))));

        var text = (await ito.PageAsync(next)).Body!.TextContent;
        Assert.Contains("1回目(取下げ)", text, StringComparison.Ordinal);
        Assert.Contains("誓約書: 押印してください。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_WithoutAReason_IsRefusedAtItsField()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var (id, path) = await UnderReviewAsync();
        var page = await ito.PageAsync(path);
        var before = (await CaseAsync(served, id)).Events;

        var refused = await RefusedAsync(await ito.PostAsync(
            path, page, ("do", "correction"), ("seen", Value(page, "seen")), ("subject-1", "就業規則"), ("reason-1", "")));

        Assert.NotNull(refused.QuerySelector("#reason-1-error"));
        Assert.Equal("就業規則", refused.QuerySelector("#subject-1")!.GetAttribute("value"));
        Assert.Equal(before, (await CaseAsync(served, id)).Events);
    }

    [Fact]
    public async Task TwoReviewers_OnOneCase_TheSecondIsToldWhatChangedAndOverwritesNothing()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var ueda = await SignInAsync(served, "dev-ueda");
        var (id, path) = await UnderReviewAsync();
        var (first, second) = (await ito.PageAsync(path), await ueda.PageAsync(path));

        Assert.NotNull(first.QuerySelector("a[href*='kind=pass']"));
        await DoAsync(served, id, new CaseCommand.PassEligibility(served.Clock.Now, Sample.Two));
        var events = (await CaseAsync(served, id)).Events;
        var told = await RefusedAsync(await ueda.PostAsync(
            path, second, ("do", "correction"), ("seen", Value(second, "seen")), ("subject-1", "就業規則"),
            ("reason-1", "写しを提出してください。")));

        Assert.Contains("通過", told.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        var after = await CaseAsync(served, id);
        Assert.Equal((events, Step.ProjectRegistration, (Correction?)null),
            (after.Events, after.State.Step, after.State.Correction));
    }

    [Theory]
    [InlineData("dev-aoki")]
    [InlineData("dev-kato")]
    public async Task Review_WithoutTheRole_IsForbidden(string person)
    {
        using var client = await SignInAsync(served, person);
        var (id, path) = await UnderReviewAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync(path));
        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync($"/staff/proposals/new?kind=fail&cases={id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync($"/staff/notices/repeat?case={id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync("/staff/post/new"));
    }

    [Theory]
    [InlineData("dev-aoki", "この操作には「審査担当者」の権限が必要です。管理者に依頼してください。")]
    [InlineData("dev-kato", "この操作には「審査担当者」の権限が必要です。管理者の権限には含まれていません。この権限を持つ職員が操作するか、サインインの設定でこの権限を割り当ててください。")]
    public async Task Review_WithoutTheRole_SaysWhoCanHelp(string person, string said)
    {
        using var client = await SignInAsync(served, person);
        using var answer = await client.GetAsync("/staff/post/new");

        var page = await ParseAsync(answer);
        Assert.Equal(said, page.QuerySelector(".lead")!.TextContent);
        Assert.Equal("/staff", Assert.Single(page.QuerySelectorAll("main a")).GetAttribute("href"));
    }

    // The front page of the public is no way on for staff.
    [Fact]
    public async Task Act_OfNobody_LeadsToTheSignIn()
    {
        using var nobody = served.NewClient();
        using var body = new FormUrlEncodedContent([]);
        using var answer = await nobody.PostAsync(new Uri("/staff/post/new", UriKind.Relative), body);
        var way = Assert.Single((await ParseAsync(answer)).QuerySelectorAll("main a"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(("サインインする", "/local/sign-in?post_login_redirect_uri=%2Fstaff"), (way.TextContent, way.GetAttribute("href")));
    }

    private async Task<(CaseId Id, string Path)> UnderReviewAsync()
    {
        // Cases that have filed nothing file now by post.
        var (now, today) = (served.Clock.Now, Programme.Calendar.JapanTime.DateOf(served.Clock.Now));
        foreach (var id in await CasesAsync(served, 1, Step.CompanyRegistration))
            await DoAsync(served, id, new CaseCommand.RegisterCompany(
                now, Sample.Post(new(2025, 6, 12), today, $"f-{id}")));
        var waiting = (await CasesAsync(served, 1, Step.EligibilityReview))[0];
        return (waiting, $"/staff/cases/{waiting}/review");
    }
}
