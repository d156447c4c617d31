using AngleSharp.Dom;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Serve;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

/// <summary>Who reviews a claim sees what was registered, what is claimed and what speaks against it, and answers for it.</summary>
public sealed class ItemReviewTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string New = "/staff/proposals/new";

    [Fact]
    public async Task Review_OfAClaimThatDiffersFromItsRegistration_ShowsWhatAndWhy()
    {
        var id = await ClaimedOtherwiseAsync();
        using var ito = await SignInAsync(served, "dev-ito");

        var page = await ito.PageAsync($"/staff/cases/{id}/review");

        var (first, second, wage) = (TextOf(page, 1), TextOf(page, 2), TextOf(page, 15));
        Assert.Contains("登録前", first, StringComparison.Ordinal);
        Assert.Contains("取組期限後", first, StringComparison.Ordinal);
        Assert.Contains("勤務間インターバル", second, StringComparison.Ordinal);
        Assert.Contains("登録と違います", second, StringComparison.Ordinal);
        Assert.Contains("期間内", wage, StringComparison.Ordinal);
        Assert.Contains("指摘のある項目が2件", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OfARegisteredProject_ShowsItsSchemes()
    {
        var id = (await CasesAsync(served, 1, Step.ProjectRegistration))[0];
        var now = served.Clock.Now;
        await DoAsync(served, id, new CaseCommand.RegisterProject(
            now, Testing.Cases.Sample.Web(now, $"p-{id}"), [1, 2], [new(2, [1, 2])]));
        using var ito = await SignInAsync(served, "dev-ito");

        Assert.Contains("選択的週休3日制、勤務間インターバル", TextOf(await ito.PageAsync($"/staff/cases/{id}/review"), 2),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_AgainstAFinding_IsProposedOnlyWithAReasonThatTheApproverReads()
    {
        var id = await ClaimedOtherwiseAsync();
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        var form = await ito.PageAsync($"{New}?kind=grant&cases={id}");
        (string, string)[] fields =
        [
            ("kind", "grant"), ("cases", $"{id}"), ("item-1", "refuse"), ("why-1", "登録前に定めた制度のため。"),
            ("item-2", "approve"), ("item-15", "approve"), ("persons", "3"), ("why", "審査の結果"),
        ];

        var refused = await RefusedAsync(await ito.PostAsync(New, form, [.. fields, ("do", "preview")]));
        Assert.NotNull(refused.QuerySelector("#finding-2-error"));
        Assert.Null(refused.QuerySelector("#finding-1-error"));

        fields = [.. fields, ("finding-2", "週休3日も設けたことを規程で確認した。")];
        var preview = await ParseAsync(await ito.PostAsync(New, form, [.. fields, ("do", "preview")]));
        var path = Followed(await ito.PostAsync(
            New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        var proposal = await endo.PageAsync(path);
        Assert.Contains("②「週休3日も設けたことを規程で確認した。」", proposal.Body!.TextContent, StringComparison.Ordinal);
        Followed(await endo.PostAsync(path, proposal, ("do", "approve")));
        await served.IdleAsync();

        Assert.Equal(Outcome.Granted, (await CaseAsync(served, id)).State.Outcome);
        Assert.Contains("②の指摘を承認した理由: 週休3日も設けたことを規程で確認した。",
            (await ito.PageAsync($"/staff/cases/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_OfSeveralAtOnce_LeavesOutTheOneWithAFinding()
    {
        var id = await ClaimedOtherwiseAsync();
        var other = (await CasesAsync(served, 1, Step.ProjectRegistration))[0];
        await ClaimAsync(served, other);
        using var ito = await SignInAsync(served, "dev-ito");

        var preview = await ParseAsync(await ito.PostAsync(New, await ito.PageAsync($"{New}?kind=grant"),
            ("kind", "grant"), ("cases", $"{id}\n{other}"), ("why", "審査の結果"), ("do", "preview")));

        var (with, without) = (preview.QuerySelectorAll("#dry-run tbody tr")[0], preview.QuerySelectorAll("#dry-run tbody tr")[1]);
        Assert.Contains("審査の指摘があります", with.TextContent, StringComparison.Ordinal);
        Assert.Contains("行えます", without.TextContent, StringComparison.Ordinal);
    }

    private static string TextOf(IDocument page, int item) =>
        page.QuerySelector($"section[aria-labelledby='item-{item}']")!.TextContent;

    private async Task<CaseId> ClaimedOtherwiseAsync()
    {
        var id = (await CasesAsync(served, 1, Step.ProjectRegistration))[0];
        var today = JapanTime.DateOf(served.Clock.Now);
        await ClaimAsync(served, id, [new(2, [2])],
        [
            new(1, null, today.PlusDays(-1), today.PlusYears(3)), new(2, [1, 2], today, today), new(15, null, null, today),
        ]);
        return id;
    }
}
