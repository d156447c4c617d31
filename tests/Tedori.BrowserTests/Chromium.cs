using Microsoft.Playwright;
using Tedori.Testing.Serve;

namespace Tedori.BrowserTests;

/// <summary>The one browser of all tests of the collection; each tab has cookies of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The window of a desk.</summary>
    internal static readonly (int Width, int Height) Desk = (1280, 900);

    private readonly SeenPages seen = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (BrowserTools.Missing is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserTools.Browser,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A new tab on the served pages.</summary>
    public Task<Tab> OpenAsync(ServedFolder served, Way way)
    {
        ArgumentNullException.ThrowIfNull(served);
        return OpenAsync(served.Http.BaseAddress!, way);
    }

    /// <summary>A new tab on the pages of a site.</summary>
    public async Task<Tab> OpenAsync(Uri site, Way way)
    {
        ArgumentNullException.ThrowIfNull(site);
        BrowserTools.Require();
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            Locale = "ja-JP",
            TimezoneId = "America/New_York", // pages show Japanese time wherever the browser is
            ViewportSize = way == Way.Phone
                ? new() { Width = 375, Height = 812 }
                : new() { Width = Desk.Width, Height = Desk.Height },
            JavaScriptEnabled = way != Way.WithoutScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        // Of what is reached with the keyboard, most has been seen on a desk before.
        if (way is Way.Desktop or Way.Phone)
            await Accessibility.PrepareAsync(context);
        return new(await context.NewPageAsync(), way, seen);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
