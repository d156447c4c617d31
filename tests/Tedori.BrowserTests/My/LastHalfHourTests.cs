using Microsoft.Playwright;
using Tedori.Programme.Calendar;
using Tedori.Testing.Companies;

namespace Tedori.BrowserTests.My;

/// <summary>The banner that counts down, and the page after 17:00.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class LastHalfHourTests(Chromium chromium, WonRound round) : IClassFixture<WonRound>
{
    [SkippableFact]
    public async Task Form_AcrossTheCutoff_CountsDownSaysSoAndKeepsTheText()
    {
        var day = Tedori.Testing.Cases.Sample.R7.Round(2).CompanyRegistration;
        await round.AdvanceToAsync(JapanTime.At(day, new(16, 45)));
        var id = round.Take();
        await using var tab = await chromium.OpenAsync(round.Served, Way.Phone);
        await tab.GoAsync((await round.LinkAsync(id)).PathAndQuery);
        await tab.PressAsync("main form button");
        await tab.GoAsync($"/my/{id}/forms/company");
        await Assertions.Expect(tab.Page.Locator("[data-minutes]")).ToHaveTextAsync(
            new System.Text.RegularExpressions.Regex("^1[345]$"));
        await SeeAsync(tab, "banner");

        await round.AdvanceToAsync(JapanTime.At(day, new(17, 0)));
        await tab.FillAsync("#industry", "建設業");
        await Assertions.Expect(tab.Page.Locator("#saved")).ToContainTextAsync("電子申請の受付は終了しました。入力の内容は控えとして保存しました");
        await tab.GoAsync($"/my/{id}");
        await SeeAsync(tab, "late");
        await tab.PressAsync("main a.button");
        Assert.Contains("建設業", await tab.Page.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        await SeeAsync(tab, "late-form");
        await tab.PressAsync("main a.button");
        await SeeAsync(tab, "late-cover");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await tab.ShotAsync("my-late-cover-printed");
    }

    private static async Task SeeAsync(Tab tab, string name)
    {
        await tab.SeeAsync($"my-{name}");
    }
}
