using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

/// <summary>The chamber's kit and the open data, as the chamber and its readers see them.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class KitTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    [InlineData(Way.Keyboard)]
    public async Task Chamber_InEveryBrowser_FindsWhatToPublish(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/");
        await tab.PressAsync("footer a[href='/kit']");
        await tab.SeeAsync("kit");

        await tab.PressAsync("main a[href='/kit/rounds/r7-07']");
        Assert.Equal("令和7年度の第7回の素材", await tab.HeadingAsync());
        await tab.SeeAsync("kit-round");
    }

    [SkippableTheory]
    [InlineData("/open-data", Way.Desktop, "open-data")]
    [InlineData("/open-data", Way.Phone, "open-data")]
    [InlineData("/kit/embed", Way.Desktop, "kit-embed")]
    [InlineData("/kit/embed", Way.Phone, "kit-embed")]
    [InlineData("/kit/rounds/7/opening-newsletter.html", Way.Desktop, "kit-newsletter")]
    [InlineData("/kit/rounds/7/opening-newsletter.html", Way.Phone, "kit-newsletter")]
    public async Task Page_ForReaders_HasNoViolation(string path, Way way, string name)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync(path);
        await tab.SeeAsync(name);
    }
}
