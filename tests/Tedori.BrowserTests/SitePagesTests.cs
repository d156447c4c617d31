using Tedori.Functions.Components;
using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class SitePagesTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Pages_ThatExplain_HaveNoViolation(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        foreach (var (path, _) in SitePlaces.Footer)
        {
            await tab.GoAsync(path);
            await tab.SeeAsync($"site-{path[1..]}");
        }
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.WithoutScript)]
    public async Task SelfCheck_AllYes_SaysSo_AndOneNo_SaysWhichQuestion(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/check");
        for (var n = 1; n <= 6; n++)
            await tab.CheckAsync($"#q{n}-yes");
        Assert.Equal((false, false), (await SeenAsync(tab, ".good"), await SeenAsync(tab, ".bad")));

        await tab.CheckAsync("#q7-yes");
        Assert.Equal((true, false), (await SeenAsync(tab, ".good"), await SeenAsync(tab, ".bad")));

        await tab.CheckAsync("#q2-no");
        Assert.Equal((false, true), (await SeenAsync(tab, ".good"), await SeenAsync(tab, ".bad")));
        Assert.Equal([2], await AdvisedAsync(tab));
        await tab.SeeAsync("site-check-no");
        Assert.EndsWith("/check", tab.Page.Url, StringComparison.Ordinal);
    }

    private static Task<bool> SeenAsync(Tab tab, string selector) => tab.Page.Locator(selector).IsVisibleAsync();

    private static async Task<List<int>> AdvisedAsync(Tab tab)
    {
        var advised = new List<int>();
        for (var n = 1; n <= 7; n++)
        {
            if (await tab.Page.Locator(".advice").Nth(n - 1).IsVisibleAsync())
                advised.Add(n);
        }

        return advised;
    }
}
