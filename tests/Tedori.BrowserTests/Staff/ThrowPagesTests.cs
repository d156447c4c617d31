using Microsoft.Playwright;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.BrowserTests.Staff;

/// <summary>Two people type what fell before witnesses: at a desk, on a phone, in a browser without script.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ThrowPagesTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Throw_TypedByTwo_HasNoViolationOnTheWay(Way way)
    {
        using var served = new ServedFolder();
        await served.InitializeAsync();
        try
        {
            var day = new WorkingDay(chromium, served);
            await using var ito = await day.SignInAsync(way, "dev-ito");
            await using var endo = await day.SignInAsync(way, "dev-endo");
            await SeeAsync(ito, "throw-too-early");
            await ThrownRound.ReachAsync(served);

            await SeeAsync(ito, "throw");
            await ito.PressAsync("main button[type=submit]");
            await KeepAsync(ito, "throw-refused");
            await TypeAsync(ito, "0123456789 0123456789 0123456789 0123456789");
            await KeepAsync(ito, "throw-first");
            await SeeAsync(endo, "throw-second");
            await TypeAsync(endo, "9876543210 0123456789 0123456789 0123456789");
            await KeepAsync(endo, "throw-differs");
            await TypeAsync(endo, "0123456789 0123456789 0123456789 0123456789");
            await KeepAsync(endo, "throw-done");
            Assert.Contains("2人の入力が一致し", await endo.Page.InnerTextAsync(".lead"), StringComparison.Ordinal);
        }
        finally
        {
            await served.DisposeAsync();
        }
    }

    private static async Task TypeAsync(Tab tab, string digits)
    {
        await tab.FillAsync("#digits", digits);
        await tab.FillAsync("#date", "2025-06-23");
        await tab.FillAsync("#time", "10:15");
        await tab.FillAsync("#witnesses", "立会 一郎\n立会 二郎");
        await tab.AttachAsync(
            "#minutes", new FilePayload { Name = "議事録.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await tab.PressAsync("main button[type=submit]");
    }

    private static async Task SeeAsync(Tab tab, string name)
    {
        await tab.GoAsync(ThrownRound.Page);
        await KeepAsync(tab, name);
    }

    private static async Task KeepAsync(Tab tab, string name)
    {
        await tab.SeeAsync($"staff-{name}");
    }
}
