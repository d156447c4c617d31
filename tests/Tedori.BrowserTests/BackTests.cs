using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

/// <summary>Whoever goes back to what was sent, or loads it again, sees it, with all that was typed.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class BackTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Typed = "株式会社もどる見本";

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScript)]
    public async Task Entry_Refused_IsThereAfterReloadAndBackWithAllThatWasTyped(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/entry");
        await tab.FillAsync("#company-name", Typed);
        await tab.PressAsync("button[value=confirm]");
        await AssertRefusedAsync(tab, "");

        await tab.Page.ReloadAsync();
        await AssertRefusedAsync(tab, "");

        await tab.FillAsync("#representative", "見本 太郎");
        await tab.PressAsync("button[value=confirm]");
        await AssertRefusedAsync(tab, "見本 太郎");

        // The browser itself puts in what was typed on the page that it goes back to.
        await tab.Page.GoBackAsync();
        await AssertRefusedAsync(tab, "見本 太郎");
        await tab.Page.GoBackAsync();
        Assert.Equal(Typed, await tab.Page.InputValueAsync("#company-name"));
        await tab.Page.GoForwardAsync();
        await tab.Page.GoForwardAsync();
        await AssertRefusedAsync(tab, "見本 太郎");
    }

    [SkippableFact]
    public async Task Entry_Confirmed_IsThereAfterBackFromTheReceiptAndEntersNoSecondTime()
    {
        await using var tab = await chromium.OpenAsync(served, Way.Desktop);
        await EntryWalk.FillAsync(tab);
        var number = await EntryWalk.EnterAsync(tab);

        await tab.Page.GoBackAsync();
        Assert.Contains("株式会社あいうえお見本", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await tab.PressAsync("button[value=send]");

        Assert.Equal(number, await tab.Page.Locator("dt:has-text('受付番号') + dd").First.InnerTextAsync());
    }

    private static async Task AssertRefusedAsync(Tab tab, string representative)
    {
        Assert.NotEqual(0, await tab.Page.Locator(".errors li").CountAsync());
        Assert.Equal(Typed, await tab.Page.InputValueAsync("#company-name"));
        Assert.Equal(representative, await tab.Page.InputValueAsync("#representative"));
    }
}
