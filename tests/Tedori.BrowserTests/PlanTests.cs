using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class PlanTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    [InlineData(Way.Keyboard)]
    public async Task Company_InEveryBrowser_FindsASupportThatFits(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/");
        await tab.PressAsync("nav a[href='/plan']");
        await tab.SeeAsync("plan");

        await tab.FillAsync("#q", "かいご 奨励金");
        await tab.PressAsync("main form button");
        await tab.FillAsync("#q", "介護 奨励金");
        await tab.PressAsync("main form button");
        await tab.SeeAsync("plan-found");

        await tab.PressAsync("main a[href='/plan/r7/4/tokyo/u']");
        Assert.Equal("育児・介護・治療と仕事の両立の支援(専門家派遣・奨励金)", await tab.HeadingAsync());
        await tab.SeeAsync("plan-measure");

        await tab.PressAsync("main a[href='/plan/r7/items/6']");
        await tab.SeeAsync("plan-item");
    }

    [SkippableTheory]
    [InlineData("/plan/r7/6", Way.Desktop, "plan-area")]
    [InlineData("/plan/r7/6", Way.Phone, "plan-area")]
    [InlineData("/plan/r7/1/tokyo/u", Way.Phone, "plan-programme")]
    [InlineData("/plan/r9", Way.Phone, "plan-missing")]
    public async Task Page_OfThePlan_HasNoViolation(string path, Way way, string name)
    {
        await using var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync(path);
        await tab.SeeAsync(name);
    }
}
