namespace Tedori.BrowserTests;

/// <summary>That what judges the pages finds what is wrong with one.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    private const string Flawed = """
        <!DOCTYPE html><html lang="ja"><head><title>t</title></head><body><main><h1>h</h1>
        <img src="data:,"><p style="color:#bbb;background:#fff">薄い</p>
        <button style="width:9px;height:9px;padding:0" aria-label="a"></button><button
          style="width:9px;height:9px;padding:0" aria-label="b"></button>
        </main></body></html>
        """;

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScript)]
    public async Task Violations_OfAFlawedPage_NameEachFlaw(Way way)
    {
        await using var tab = await chromium.OpenAsync(new Uri("http://127.0.0.1/"), way);
        await tab.Page.SetContentAsync(Flawed);

        var rules = (await Accessibility.ViolationsAsync(tab.Page, way)).Select(v => v.Split(':')[0]).ToHashSet();

        Assert.Superset(new HashSet<string> { "image-alt", "color-contrast", "target-size" }, rules);
    }
}
