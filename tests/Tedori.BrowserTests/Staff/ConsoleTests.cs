using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.BrowserTests.Staff;

[Collection(ChromiumGroup.Name)]
public sealed class ConsoleTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Pages_ThatShow_HaveNoViolation(Way way)
    {
        var folder = await served.FolderWithFilesAsync();
        await using var tab = await new WorkingDay(chromium, served).SignInAsync(way, "dev-endo");
        (string Name, string Path)[] pages =
        [
            ("staff-today", "/staff"), ("staff-cases", "/staff/cases?order=Due"),
            ("staff-case", $"/staff/cases/{folder.State.Id}"),
            ("staff-rounds", "/staff/rounds"), ("staff-referrals", "/staff/referrals"), ("staff-audit", "/staff/audit"),
        ];

        foreach (var (name, path) in pages)
        {
            await tab.GoAsync(path);
            await tab.SeeAsync(name);
        }
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    public async Task Keys_Pressed_LeadOnUntilTheyAreSwitchedOff(Way way)
    {
        await using var tab = await new WorkingDay(chromium, served).SignInAsync(way, "dev-ito");
        await tab.GoAsync("/staff");

        await tab.ArriveAsync("**/staff/cases", () => tab.Page.Keyboard.PressAsync("2"));
        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("2/j");
        Assert.Equal("2/j", await tab.Page.InputValueAsync("#q"));
        await tab.Page.EvaluateAsync("() => document.activeElement.blur()");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("x");
        Assert.Equal(1, await tab.Page.Locator("tbody input:checked").CountAsync());
        Assert.True(await tab.Page.Locator("tbody tr:nth-child(2) input").IsCheckedAsync());

        await tab.Page.ClickAsync(".keys summary");
        await tab.Page.UncheckAsync("[data-keys] input");
        await tab.Page.Keyboard.PressAsync("1");
        Assert.EndsWith("/staff/cases", tab.Page.Url, StringComparison.Ordinal);
    }
}
