using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class LostLinkTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [MemberData(nameof(EntryTests.Ways), MemberType = typeof(EntryTests))]
    public async Task Company_InEveryBrowser_AsksForItsLinkAgain(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/");
        await tab.PressAsync("nav a[href='/lost-link']");
        await tab.PressAsync("main button");
        await tab.SeeAsync("lost-link-errors");

        await tab.FillAsync("#receipt-number", "r7-02-00001");
        await tab.FillAsync("#email", $"{way}@example.jp");
        await tab.PressAsync("main button");
        await tab.SeeAsync("lost-link-sent");
        Assert.Equal("リンクの再送を受け付けました", await tab.HeadingAsync());
    }

    [SkippableTheory]
    [InlineData("/lost-link", "lost-link")]
    [InlineData("/entry/receipt", "receipt-missing")]
    [InlineData("/my/open?token=x", "link-unreadable")]
    public async Task Page_OnAPhone_HasNoViolation(string path, string name)
    {
        await using var tab = await chromium.OpenAsync(served, Way.Phone);
        await tab.GoAsync(path);
        await tab.SeeAsync(name);
    }
}
