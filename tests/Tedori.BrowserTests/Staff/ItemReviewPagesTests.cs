using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.BrowserTests.Staff;

/// <summary>The review of a claim that differs from what was registered, and the grant that answers for it.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ItemReviewPagesTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Claim_ThatDiffersFromItsRegistration_IsReviewedAndAnsweredFor(Way way)
    {
        var id = (await ActingClient.CasesAsync(served, 1, Step.ProjectRegistration))[0];
        var today = JapanTime.DateOf(served.Clock.Now);
        await ActingClient.ClaimAsync(served, id, [new(2, [2])],
        [
            new(1, null, today.PlusDays(-1), today.PlusYears(3)), new(2, [1, 2], today, today), new(15, null, null, today),
        ]);
        await using var tab = await new WorkingDay(chromium, served).SignInAsync(way, "dev-endo");

        await tab.GoAsync($"/staff/cases/{id}/review");
        await KeepAsync(tab, "review-items");
        await tab.GoAsync($"/staff/proposals/new?kind=grant&cases={id}");
        await KeepAsync(tab, "grant-findings");
        await tab.FillAsync("#why", "審査の結果");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync(tab, "grant-unanswered");
        await tab.FillAsync("#finding-1", "改正前の規程の日付を記載していたことを確認した。");
        await tab.FillAsync("#finding-2", "週休3日も設けたことを規程で確認した。");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync(tab, "grant-answered");

        Assert.Equal(1, await tab.Page.Locator("#dry-run .state.fine").CountAsync());
    }

    private static async Task KeepAsync(Tab tab, string name)
    {
        await tab.SeeAsync($"staff-{name}");
    }
}
