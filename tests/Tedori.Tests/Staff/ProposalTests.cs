using System.Net;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Serve;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class ProposalTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string New = "/staff/proposals/new";

    [Fact]
    public async Task Grant_ProposedAndApproved_IsDecidedUnderANumberAndNotByOnePerson()
    {
        using var endo = await SignInAsync(served, "dev-endo");
        using var ono = await SignInAsync(served, "dev-ono");
        var id = await ClaimedAsync();
        var form = await endo.PageAsync($"{New}?kind=grant&cases={id}");
        (string, string)[] fields =
        [
            ("kind", "grant"), ("cases", $"{id}"), ("seen", Value(form, "seen")), ("item-1", "approve"),
            ("item-15", "approve"),
            ("item-2", "refuse"), ("why-2", "11時間の休息を確認できません。"), ("persons", "2"), ("why", "審査の結果"),
        ];

        var preview = await ParseAsync(await endo.PostAsync(New, form, [.. fields, ("do", "preview")]));
        Assert.Contains("支給額は340,000円", preview.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第(承認時に採番)号", preview.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await CaseAsync(served, id)).State.Outcome);

        var path = Followed(
            await endo.PostAsync(New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        var own = await endo.PageAsync(path);
        Assert.Contains("起案した本人は承認も差戻しもできません", own.Body!.TextContent, StringComparison.Ordinal);
        var refused = await RefusedAsync(await endo.PostAsync(path, own, ("do", "approve")));
        Assert.Contains("別の承認者に依頼してください", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await CaseAsync(served, id)).State.Outcome);

        Followed(await ono.PostAsync(path, await ono.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();
        var state = (await CaseAsync(served, id)).State;
        Assert.Equal((Outcome.Granted, 340_000L), (state.Outcome, state.GrantYen));
        Assert.Contains("完了1件", (await ono.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhoseCaseChangedMeanwhile_TellsWhatAndProposesNothing()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = await ClaimedAsync();
        var form = await ito.PageAsync($"{New}?kind=refuse&cases={id}");
        await DoAsync(served, id, new CaseCommand.RequestCorrection(served.Clock.Now, [new("実施の記録", "提出してください。")]));

        var told = await RefusedAsync(await ito.PostAsync(New, form, ("kind", "refuse"), ("cases", $"{id}"),
            ("seen", Value(form, "seen")),
            ("because-text", "実施を確認できないため。"), ("why", "審査の結果"), ("do", "propose"), ("key", new string('a', 32))));

        Assert.Contains("補正を依頼", told.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await ito.StatusAsync($"/staff/proposals/{new string('a', 32)}"));
    }

    [Fact]
    public async Task Bulk_WithCasesThatCannot_ShowsAVerdictForEachAndProposesTheOthers()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        var able = (await CasesAsync(served, 1, Step.ProjectRegistration)).Skip(3).Take(2).ToList();
        var unable = (await CasesAsync(served, 2, Step.AwaitingDraw))[0];
        (string, string)[] fields =
        [
            ("kind", "extend"), ("cases", string.Join("\n", able.Append(unable))), ("step", "ProjectRegistration"),
            ("date", "2025-10-27"),
            ("cause", "disaster"), ("because-text", "大雨のため"), ("why", "大雨による交通の途絶"),
        ];
        var form = await ito.PageAsync($"{New}?kind=extend");

        var preview = await ParseAsync(await ito.PostAsync(New, form, [.. fields, ("do", "preview")]));
        Assert.Equal(2, preview.QuerySelectorAll("#dry-run .state.fine").Length);
        var path = Followed(
            await ito.PostAsync(New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();

        foreach (var id in able)
            Assert.Equal(new(2025, 10, 27), (await CaseAsync(served, id)).State.Extensions[Step.ProjectRegistration]);
    }

    [Fact]
    public async Task Contact_ProposedAfterACall_IsChangedByASecondPersonAndNotWithoutTheCall()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        var id = (await CasesAsync(served, 1, Step.ProjectRegistration))[6];
        var form = await ito.PageAsync($"{New}?kind=contact&cases={id}");
        Assert.Contains((await CaseAsync(served, id)).State.Entry.Email, form.Body!.TextContent, StringComparison.Ordinal);
        (string, string)[] contact =
        [
            ("kind", "contact"), ("cases", $"{id}"), ("seen", Value(form, "seen")), ("name", "後任　一郎"),
            ("email", "ichiro@example.jp"), ("email2", "ichiro@example.jp"), ("phone", "０３(1111)2222"), ("why", "電話の申し出"),
        ];
        (string, string)[] call =
        [
            ("called", "03-9999-0000"), ("source", "会社案内"), ("person", "代表 次郎"),
            ("date", $"{Programme.Calendar.JapanTime.DateOf(served.Clock.Now):uuuu-MM-dd}"), ("because-text", "退職のため"),
        ];
        var faults = await RefusedAsync(await ito.PostAsync(New, form, [.. contact, ("do", "preview")]));
        Assert.Equal(
            ["#called", "#source", "#person", "#because-text", "#date"],
            faults.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));

        var preview = await ParseAsync(await ito.PostAsync(New, form, [.. contact, .. call, ("do", "preview")]));
        var path = Followed(await ito.PostAsync(
            New, preview, [.. contact, .. call, ("do", "propose"), ("key", Value(preview, "key"))]));
        Assert.Contains("代表 次郎に確認", (await endo.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();

        Assert.Equal(
            new Contact("後任　一郎", "ichiro@example.jp", "03-1111-2222"), Contact.Of((await CaseAsync(served, id)).State.Entry));
        var page = (await ito.PageAsync($"/staff/cases/{id}")).Body!.TextContent;
        Assert.Contains("03-9999-0000(会社案内)へ電話し、代表 次郎に確認", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedDay_ProposedByTheAdministrator_HoldsAfterAnApproversApproval()
    {
        using var kato = await SignInAsync(served, "dev-kato");
        using var endo = await SignInAsync(served, "dev-endo");
        (string, string)[] fields =
            [("kind", "closedDay"), ("date", "2025-09-10"), ("closed", "closed"), ("name", "臨時閉庁"), ("why", "設備点検")];
        var preview = await ParseAsync(
            await kato.PostAsync(New, await kato.PageAsync($"{New}?kind=closedDay"), [.. fields, ("do", "preview")]));

        var path = Followed(
            await kato.PostAsync(New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        Assert.DoesNotContain(
            "臨時閉庁", (await kato.PageAsync("/staff/settings")).Body!.TextContent, StringComparison.Ordinal);
        Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();

        Assert.Contains("臨時閉庁", (await kato.PageAsync("/staff/settings")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_WithoutItsReason_IsRefusedAtTheField()
    {
        using var kato = await SignInAsync(served, "dev-kato");
        using var endo = await SignInAsync(served, "dev-endo");
        (string, string)[] fields =
            [("kind", "closedDay"), ("date", "2025-09-11"), ("closed", "closed"), ("name", "点検"), ("why", "設備点検")];
        var preview = await ParseAsync(
            await kato.PostAsync(New, await kato.PageAsync($"{New}?kind=closedDay"), [.. fields, ("do", "preview")]));
        var path = Followed(
            await kato.PostAsync(New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));

        Assert.NotNull((await RefusedAsync(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "reject"),
            ("note", "")))).QuerySelector("#note-error"));
        Followed(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "reject"), ("note", "日付を確認してください。")));
        Assert.Contains("日付を確認してください。", (await kato.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<CaseId> ClaimedAsync()
    {
        var id = (await CasesAsync(served, 1, Step.ProjectRegistration))[0];
        await ClaimAsync(served, id);
        return id;
    }
}
