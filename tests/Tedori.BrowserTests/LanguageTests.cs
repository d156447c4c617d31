using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class LanguageTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly string[] Pages =
        ["/guide", "/check", "/faq", "/glossary", "/privacy", "/accessibility", "/entry", "/lost-link", "/rounds/1", "/open-data", "/kit", "/kit/rounds/1",
            "/plan", "/plan/r7/1", "/nowhere"];

    [SkippableTheory]
    [InlineData(Way.Desktop, "en")]
    [InlineData(Way.Phone, "en")]
    [InlineData(Way.Desktop, "ja-easy")]
    [InlineData(Way.Phone, "ja-easy")]
    public async Task Pages_InEveryLanguage_HaveNoViolation(Way way, string code)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/");
        await tab.PressAsync($".languages [value={code}]");
        await tab.SeeAsync($"language-{code}-home", however: false);
        foreach (var path in Pages)
        {
            await tab.GoAsync(path);
            await tab.SeeAsync($"language-{code}-{path[1..].Replace('/', '-')}", however: false);
        }
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.WithoutScript)]
    public async Task Language_ChosenOnAPage_StaysThereAndOnTheNext(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/faq");
        await tab.PressAsync(".languages [value=en]");

        Assert.EndsWith("/faq", tab.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Frequently asked questions", await tab.HeadingAsync());
        await tab.GoAsync("/glossary");
        Assert.Equal("Glossary", await tab.HeadingAsync());
        await tab.PressAsync(".languages [value=ja]");
        Assert.Equal("用語", await tab.HeadingAsync());
    }

    [SkippableTheory]
    [InlineData("en", @"^20 June 2025 \(Fri\) 10:\d\d:\d\d JST$")]
    [InlineData("ja-easy", @"^令和7年\(2025年\)6月20日\(金\) 10:\d\d:\d\d$")]
    public async Task Clock_WithScript_RunsInTheLanguageOfThePage(string code, string shown)
    {
        await using var tab = await chromium.OpenAsync(served, Way.Desktop);
        await tab.GoAsync("/");
        await tab.PressAsync($".languages [value={code}]");
        var first = await tab.Page.InnerTextAsync("#clock");

        await tab.Page.WaitForFunctionAsync("first => document.getElementById('clock').textContent !== first", first);
        Assert.Matches(shown, await tab.Page.InnerTextAsync("#clock"));
    }
}
