using Microsoft.Playwright;

namespace Tedori.BrowserTests;

/// <summary>One tab, used as a person of its <see cref="Way"/> would: with the keyboard alone nothing is clicked.</summary>
public sealed class Tab : IAsyncDisposable
{
    private const int MostStops = 300;
    private readonly List<string> troubles = [];

    internal Tab(IPage page, Way way)
    {
        (Page, Way) = (page, way);
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
        var control = Page.Locator(selector);
        if (Way == Way.Keyboard)
            await ReachAsync(control);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler<IFrame> arrive = (_, frame) => _ = frame == Page.MainFrame && arrived.TrySetResult();
        Page.FrameNavigated += arrive;
        await (Way == Way.Keyboard ? Page.Keyboard.PressAsync("Enter") : control.ClickAsync());
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.FrameNavigated -= arrive;
        await LoadedAsync();
    }

    /// <summary>Fills a text field.</summary>
    public async Task FillAsync(string selector, string text)
    {
        var field = Page.Locator(selector);
        if (Way != Way.Keyboard)
        {
            await field.FillAsync(text);
            return;
        }

        await ReachAsync(field);
        await Page.Keyboard.PressAsync("ControlOrMeta+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Checks a box or picks an option.</summary>
    public async Task CheckAsync(string selector)
    {
        var box = Page.Locator(selector);
        if (Way != Way.Keyboard)
        {
            await box.CheckAsync();
            return;
        }

        await ReachAsync(box);
        await Page.Keyboard.PressAsync("Space");
        Assert.True(await box.IsCheckedAsync(), $"The space bar did not check {selector}.");
    }

    /// <summary>axe-core finds nothing, nothing is wider than the screen, and the browser had nothing to complain of.</summary>
    public async Task NoViolationsAsync()
    {
        Assert.Empty(await Accessibility.ViolationsAsync(Page, Way));
        var wider = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(wider <= 0, $"{Page.Url} is {wider} pixels wider than the screen.");
        Assert.Empty(troubles);
    }

    /// <summary>Writes a picture of the whole page into an ignored folder.</summary>
    public Task ShotAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(BrowserTools.Screens, $"{name}-{Way.ToString().ToLowerInvariant()}.png"),
        FullPage = true,
    });

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    // Asked and not awaited as an event, which may have come before anybody waited for it.
    private async Task LoadedAsync()
    {
        var limit = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (await Page.EvaluateAsync<string>("() => document.readyState") != "complete")
            Assert.True(DateTime.UtcNow < limit, $"{Page.Url} does not finish loading.");
    }

    private async Task ReachAsync(ILocator control)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await control.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key never reaches {control}.");
    }
}
