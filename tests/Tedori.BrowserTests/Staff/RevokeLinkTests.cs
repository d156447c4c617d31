using Tedori.Testing.Companies;

namespace Tedori.BrowserTests.Staff;

/// <summary>A reviewer voids one link of a case, from the list to the second click.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class RevokeLinkTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Reviewer_InEveryBrowser_VoidsOneLink(Way way)
    {
        var id = round.Take();
        await using var tab = await new WorkingDay(chromium, round.Served).SignInAsync(way, "dev-ito");
        await tab.GoAsync($"/staff/cases/{id}");
        await SeeAsync(tab, "case-links");
        await tab.PressAsync("tr[data-link] a");
        await SeeAsync(tab, "link");
        await tab.PressAsync("button[value=preview]");
        await SeeAsync(tab, "link-without-reason");
        await tab.FillAsync("#reason", "別の会社に転送された");
        await tab.PressAsync("button[value=preview]");
        await SeeAsync(tab, "link-preview");

        await tab.PressAsync("button[value=revoke]");

        await SeeAsync(tab, "case-link-void");
        Assert.Equal("無効", await tab.Page.Locator("tr[data-link] .state").TextContentAsync());
    }

    private static async Task SeeAsync(Tab tab, string name)
    {
        await tab.SeeAsync($"staff-{name}");
    }
}
