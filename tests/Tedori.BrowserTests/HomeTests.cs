using Tedori.Tests.Serve;

namespace Tedori.BrowserTests;

[Collection(ChromiumGroup.Name)]
public sealed class HomeTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [BrowserTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Home_InEveryBrowser_HasNoViolation(Way way)
    {
        await using var tab = await chromium.OpenAsync(served, way);

        await tab.GoAsync("/");

        await tab.ShotAsync("home");
        await tab.NoViolationsAsync();
    }
}
