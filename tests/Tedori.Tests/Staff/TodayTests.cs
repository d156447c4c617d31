using System.Net;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Staff;

public sealed class TodayTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Today_WithReviewsWaiting_ListsThemWithADateAndLinks()
    {
        var reviews = (await served.ListAsync(new(Step: Step.EligibilityReview))).Where(c => !c.CorrectionOpen)
            .ToList();
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");

        var page = await ito.PageAsync("/staff");

        var links = page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ToList();
        Assert.All(reviews, r => Assert.Contains($"/staff/cases/{r.Id}", links));
        Assert.Contains("期限の動作確認", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await served.AuditAsync(AuditActions.ViewToday, "-"));
    }

    [Fact]
    public async Task Today_Lines_AreInOrderOfBusinessDaysLeft()
    {
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");

        var page = await ito.PageAsync("/staff");
        var left = page.QuerySelectorAll("tbody td .state").Select(s => DaysOf(s.TextContent)).ToList();

        Assert.Equal(left.Order(), left);
    }

    [Fact]
    public async Task Task_MarkedAsDone_LeavesTheListAndStaysDone()
    {
        var task = new StaffTask("mailBounced", "r7-01-00002.resultWon.0002", served.Clock.Now, "この検査のための件です。");
        await served.AskAsync<StaffTasks, bool>(async t => { await t.RaiseAsync(task); return true; });
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var form = (await ito.PageAsync("/staff")).QuerySelectorAll("form[action='/staff/tasks']")
            .Single(
                f => f.QuerySelector("[name=task]")!.GetAttribute("value") == StaffTask.KeyOf(task.Kind, task.Subject));

        using var response = await ito.SubmitAsync(form);
        using var again = await ito.SubmitAsync(form);
        await served.AskAsync<StaffTasks, bool>(async t => { await t.RaiseAsync(task); return true; });

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.DoesNotContain(task.Text, (await ito.PageAsync("/staff")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await served.AuditAsync(AuditActions.FinishTask, task.Subject)).Count(e => e.Intent is null));
    }

    // All that was free when the second round opened was added to it.
    [Fact]
    public async Task Task_OfPlacesToAdd_SaysWhatIsLeftAndIsGoneOnceAllAreAdded()
    {
        var (first, second) = (new RoundId("r7", 1), new RoundId("r7", 2));
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");

        var added = await TextAsync();
        await served.AskAsync<CaseCommandHandler, CaseAnswer>(
            c => c.HandleAsync(new(first, 9), new CaseCommand.Decline(served.Clock.Now, "都合")));
        var page = await ito.PageAsync("/staff/rounds/r7-02/places");
        await served.AskAsync<PlaceService, bool>(async p => { await p.SettleAsync(first); return true; });
        var left = await TextAsync();
        var refusal = await served.AskAsync<PlaceService, Refusal?>(p => p.CarryAsync("p1", second, 1, 1, Sample.Two));
        var after = await TextAsync();

        Assert.DoesNotContain("空き予定社数", added, StringComparison.Ordinal);
        // Of the same moment, though nothing of it is written yet.
        Assert.Equal(("1", "1"), (CellOf("追加できる予定社数", 2), CellOf("予定社数の帳簿", 11)));
        Assert.Contains("第2回に、前回までの空き予定社数をさらに1社まで追加できます。", left, StringComparison.Ordinal);
        Assert.Null(refusal);
        Assert.DoesNotContain("空き予定社数", after, StringComparison.Ordinal);

        string CellOf(string table, int cell) =>
            page.QuerySelector($"[aria-label={table}] tbody tr")!.QuerySelectorAll("td")[cell].TextContent;
        async Task<string> TextAsync() => (await ito.PageAsync("/staff")).QuerySelector("main")!.TextContent;
    }

    [Theory]
    [InlineData("absent.task")]
    [InlineData("../x")]
    [InlineData("")]
    public async Task Task_Unknown_IsNotFound(string key)
    {
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        var token = (await ito.PageAsync("/staff/cases")).QuerySelector("input[name=token]")!.GetAttribute("value")!;

        using var response = await ito.PostAsync("/staff/tasks", [new("token", token), new("task", key)]);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static int DaysOf(string words) => words == "本日" ? 0
        : words.StartsWith("あと", StringComparison.Ordinal) ? Number(words) : -Number(words);

    private static int Number(string words) => int.Parse(
        new string([.. words.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
}
