using System.Net;
using AngleSharp.Dom;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

public sealed class PassingTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string New = "/staff/proposals/new";

    [Fact]
    public async Task Pass_WithAnOpenChecklist_IsRefusedUntilEveryLineHasItsReason()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = await UnderReviewAsync(0);
        var form = await ito.PageAsync($"{New}?kind=pass&cases={id}");
        var lines = LinesOf(form);
        Assert.NotEmpty(lines);

        var all = await RefusedAsync(await PreviewAsync(ito, form, id));
        var one = await RefusedAsync(await PreviewAsync(ito, form, id, [.. lines.Skip(1).Select(l => (l, "原本を確認"))]));

        Assert.Contains($"未確認の行が{lines.Count}件", all.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未確認の行が1件", one.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Step.EligibilityReview, (await CaseAsync(served, id)).State.Step);
    }

    [Fact]
    public async Task Pass_ProposedAfterTheNoticeWasShown_TakesEffectByTheSecondPersonOnly()
    {
        using var endo = await SignInAsync(served, "dev-endo");
        using var ono = await SignInAsync(served, "dev-ono");
        var id = await UnderReviewAsync(1);
        var form = await endo.PageAsync($"{New}?kind=pass&cases={id}");
        (string, string)[] reasons = [.. LinesOf(form).Select(l => (l, "原本を確認"))];

        var preview = await ParseAsync(await PreviewAsync(endo, form, id, reasons));
        Assert.Contains("通過", preview.QuerySelector("#mails dl")!.TextContent, StringComparison.Ordinal);
        var path = Followed(await endo.PostAsync(New, preview, [
            .. Fields(preview, id), .. reasons, ("do", "propose"), ("key", Value(preview, "key"))]));
        await RefusedAsync(await endo.PostAsync(path, await endo.PageAsync(path), ("do", "approve")));
        Assert.Equal(Step.EligibilityReview, (await CaseAsync(served, id)).State.Step);
        Followed(await ono.PostAsync(path, await ono.PageAsync(path), ("do", "approve")));
        await served.IdleAsync();

        Assert.Equal(Step.ProjectRegistration, (await CaseAsync(served, id)).State.Step);
        var page = await ono.PageAsync(path);
        Assert.Contains("完了1件", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_PostedAsBefore_PassesNothing()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = await UnderReviewAsync(2);
        var path = $"/staff/cases/{id}/review";
        var page = await ito.PageAsync(path);

        using var response = await ito.PostAsync(path, page, ("do", "pass"), ("seen", Value(page, "seen")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(Step.EligibilityReview, (await CaseAsync(served, id)).State.Step);
    }

    private static List<string> LinesOf(IDocument form) =>
        [.. form.QuerySelectorAll("input[name^='open-']").Select(i => i.GetAttribute("name")!)];

    private static (string, string)[] Fields(IDocument form, CaseId id) =>
        [("kind", "pass"), ("cases", $"{id}"), ("seen", Value(form, "seen")), ("why", "審査の結果")];

    private static Task<HttpResponseMessage> PreviewAsync(
        ActingClient client, IDocument form, CaseId id, params (string, string)[] reasons) =>
        client.PostAsync(New, form, [.. Fields(form, id), .. reasons, ("do", "preview")]);

    private async Task<CaseId> UnderReviewAsync(int index)
    {
        // Cases that have filed nothing file now by post.
        var (now, today) = (served.Clock.Now, JapanTime.DateOf(served.Clock.Now));
        foreach (var id in await CasesAsync(served, 1, Step.CompanyRegistration))
            await DoAsync(served, id, new CaseCommand.RegisterCompany(now, Sample.Post(new(2025, 6, 12), today, $"f-{id}")));
        return (await CasesAsync(served, 1, Step.EligibilityReview))[index];
    }
}
