using Microsoft.Playwright;
using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>One tab, used as a person of its <see cref="Way"/> would: with the keyboard alone nothing is clicked.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly List<string> troubles = [];
    private readonly Keyboard? keyboard;
    private readonly SeenPages seen;

    internal Tab(IPage page, Way way, SeenPages seen)
    {
        (Page, Way, this.seen, keyboard) = (page, way, seen, way == Way.Keyboard ? new(page) : null);
        page.PageError += (_, error) => troubles.Add(error);
        page.Console += (_, message) =>
        {
            // What the content security policy stops is reported here too; an answer that is not 200 is no trouble of the page.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                troubles.Add(message.Text);
        };
    }

    /// <summary>The page itself, for whatever has no short form here.</summary>
    public IPage Page { get; }

    /// <summary>How it is used.</summary>
    public Way Way { get; }

    /// <summary>What the page's main heading says.</summary>
    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Opens an address of the site.</summary>
    public async Task GoAsync(string path) =>
        Assert.NotNull(await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load }));

    /// <summary>Presses a link or a button and waits for the page that follows.</summary>
    public async Task PressAsync(string selector)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler<IFrame> arrive = (_, frame) => _ = frame == Page.MainFrame && arrived.TrySetResult();
        if (keyboard is not null)
            await keyboard.ReachAsync(Page.Locator(selector));
        Page.FrameNavigated += arrive;
        await PushAsync(selector);
        await arrived.Task.WaitAsync(Patience.Limit);
        Page.FrameNavigated -= arrive;
        await LoadedAsync();
    }

    /// <summary>Waits until a page of work on many cases, which loads itself again, says that nothing runs any more.</summary>
    public async Task WorkedOffAsync()
    {
        await Page.Locator("#running").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 60_000 });
        await LoadedAsync();
    }

    /// <summary>Does what leads to another page of this address.</summary>
    public async Task ArriveAsync(string address, Func<Task> act)
    {
        await Task.WhenAll(Page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit }), act());
        await LoadedAsync();
    }

    /// <summary>Presses what does something on the page itself: a summary, or a button of the script.</summary>
    public async Task PushAsync(string selector)
    {
        var control = Page.Locator(selector);
        if (keyboard is null)
        {
            await control.ClickAsync();
            return;
        }

        await keyboard.ReachAsync(control);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Fills a text field or a date.</summary>
    public Task FillAsync(string selector, string text) =>
        keyboard?.TypeAsync(Page.Locator(selector), text) ?? Page.Locator(selector).FillAsync(text);

    /// <summary>Fills the fields of a form: "yes" ticks a box.</summary>
    public async Task FillAsync(IEnumerable<(string Name, string? Value)> fields)
    {
        foreach (var (name, value) in fields)
            await (value == "yes" ? CheckAsync($"#{name}") : FillAsync($"#{name}", value!));
    }

    /// <summary>Checks a box or picks an option.</summary>
    public Task CheckAsync(string selector) =>
        keyboard?.CheckAsync(Page.Locator(selector)) ?? Page.Locator(selector).CheckAsync();

    /// <summary>Chooses from a list.</summary>
    public Task SelectAsync(string selector, string value) =>
        keyboard?.SelectAsync(Page.Locator(selector), value) ?? Page.Locator(selector).SelectOptionAsync(value);

    /// <summary>Chooses files.</summary>
    public Task AttachAsync(string selector, params FilePayload[] files) =>
        keyboard?.AttachAsync(Page.Locator(selector), files) ?? Page.Locator(selector).SetInputFilesAsync(files);

    /// <summary>
    /// Takes a picture of the page and has axe-core judge it, unless the same page was seen at this width before. In every
    /// way nothing is wider than the screen, and the browser had nothing to complain of.
    /// </summary>
    /// <param name="name">Name of the picture.</param>
    /// <param name="however">Whether to judge it enlarged to 200 % and in the system's own colours as well.</param>
    public async Task SeeAsync(string name, bool however = true)
    {
        var sight = await seen.LookAsync(Page, name);
        if (sight.AtThisWidth)
        {
            await ShotAsync(name);
            await JudgeAsync();
        }

        else
        {
            await FitsAsync();
        }

        if (however && sight.AtAll && Way != Way.WithoutScript)
            await JudgeHoweverShownAsync();
        Assert.Empty(troubles);
    }

    private async Task JudgeHoweverShownAsync()
    {
        var size = Page.ViewportSize!;
        await Page.SetViewportSizeAsync(Chromium.Desk.Width / 2, Chromium.Desk.Height / 2);
        await JudgeAsync();
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await JudgeAsync();
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    private async Task JudgeAsync()
    {
        Assert.Empty(await Accessibility.ViolationsAsync(Page, Way));
        await FitsAsync();
    }

    private async Task FitsAsync()
    {
        var wider = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(wider <= 0, $"{Page.Url} is {wider} pixels wider than the screen.");
        await TablesFitAsync();
    }

    // Whoever reads on a phone sees a whole table: nothing says there that more of it is beside the screen.
    private async Task TablesFitAsync()
    {
        if (Page.ViewportSize!.Width > 400
            || new Uri(Page.Url).AbsolutePath.StartsWith("/staff", StringComparison.Ordinal))
            return;
        var wide = await Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main table')].filter(t => t.offsetParent && "
            + "(t.closest('.scroll') ?? t).scrollWidth > (t.closest('.scroll') ?? t.parentElement).clientWidth)"
            + ".map(t => t.closest('[aria-label]')?.getAttribute('aria-label') ?? t.textContent.slice(0, 40))");
        Assert.True(wide.Length == 0, $"{Page.Url} has tables that are wider than a phone: {string.Join(", ", wide)}.");
    }

    /// <summary>Writes a picture of the whole page into an ignored folder.</summary>
    /// <remarks>
    /// A loaded machine's browser now and then answers that it cannot; it can a moment later. Asked three times at most.
    /// </remarks>
    public async Task ShotAsync(string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(BrowserTools.Screens, $"{name}-{Way.ToString().ToLowerInvariant()}.png"),
                    FullPage = true,
                });
                return;
            }
            catch (PlaywrightException e)
                when (attempt < 3 && e.Message.Contains("Unable to capture screenshot", StringComparison.Ordinal))
            {
                Console.WriteLine($"The picture '{name}' is taken again: the browser could not.");
            }
        }
    }

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    // Asked and not awaited as an event, which may have come before anybody waited for it.
    private async Task LoadedAsync()
    {
        var limit = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (await Page.EvaluateAsync<string>("() => document.readyState") != "complete")
            Assert.True(DateTime.UtcNow < limit, $"{Page.Url} does not finish loading.");
    }
}
