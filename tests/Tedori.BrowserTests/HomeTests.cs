using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class HomeTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Home_InEveryBrowser_HasNoViolation(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);

        await tab.GoAsync("/");

        await tab.SeeAsync("home");
    }

    [SkippableFact]
    public async Task Home_LeftOpenUntilTheClose_AsksForThePageAgainOnce()
    {
        await using var tab = await chromium.OpenAsync(served, Way.Desktop);
        await tab.Page.Clock.InstallAsync();
        await tab.GoAsync("/");
        await tab.Page.Clock.FastForwardAsync("06:00:00");
        var asked = tab.Page.WaitForRequestAsync(r => r.IsNavigationRequest);

        await tab.Page.Clock.FastForwardAsync("01:00:05");

        Assert.Equal("/", new Uri((await asked).Url).AbsolutePath);
    }

    [SkippableFact]
    public async Task Clock_WithScript_RunsInJapaneseTimeWhereverTheBrowserIs()
    {
        await using var tab = await chromium.OpenAsync(served, Way.Desktop);
        await tab.GoAsync("/");
        var shown = await tab.Page.InnerTextAsync("#clock");

        await tab.Page.WaitForFunctionAsync("shown => document.getElementById('clock').textContent !== shown", shown);
        Assert.Matches(@"^令和7年6月20日\([月火水木金土日]\) 10:\d\d:\d\d$", await tab.Page.InnerTextAsync("#clock"));
    }
}
