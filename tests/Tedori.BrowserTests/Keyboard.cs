using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace Tedori.BrowserTests;

/// <summary>
/// A person who has only a keyboard: Tab, Enter, Space, arrows and typing. Wherever Tab leads, it is seen where one is.
/// </summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 300;
    private const int MostOptions = 60;

    // A ring inside the element may be there without focus, so it shows nothing.
    private const string Focus = """
        control => {
          const e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement) return {reached: false, element: ''};
          const [style, box] = [getComputedStyle(e), e.getBoundingClientRect()];
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const ringed = style.boxShadow !== 'none' && !style.boxShadow.includes('inset');
          const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
            && box.top < window.innerHeight && box.left < window.innerWidth;
          return {reached: e === control, element: e.outerHTML.slice(0, 160), shown: outlined || ringed, seen};
        }
        """;

    /// <summary>Goes on with Tab until a control has the focus.</summary>
    public async Task ReachAsync(ILocator control)
    {
        // One question at each stop: a walk has thousands of them.
        var element = await control.ElementHandleAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            var focus = await element.EvaluateAsync<JsonElement>(Focus);
            if (stops > 0)
                AssertShown(focus);
            if (focus.GetProperty("reached").GetBoolean())
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key never reaches {control}.");
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        if (await TypeOfAsync(field) == "date")
        {
            await TypeAsync(field, LocalDatePattern.Iso.Parse(text).Value);
            return;
        }

        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Space checks a box; in a group of radio buttons the arrows lead from one to the next.</summary>
    public async Task CheckAsync(ILocator box)
    {
        if (await TypeOfAsync(box) == "radio" && await CheckedOfAsync(box) is { } chosen)
        {
            await ReachAsync(chosen);
            for (var steps = 0; steps < MostOptions && !await box.IsCheckedAsync(); steps++)
                await page.Keyboard.PressAsync("ArrowDown");
        }
        else
        {
            await ReachAsync(box);
            await page.Keyboard.PressAsync("Space");
        }

        Assert.True(await box.IsCheckedAsync(), $"The keyboard did not check {box}.");
    }

    /// <summary>Chooses an option with the arrows.</summary>
    public async Task SelectAsync(ILocator list, string value)
    {
        await ReachAsync(list);
        await page.Keyboard.PressAsync("Home");
        for (var steps = 0; steps < MostOptions && await list.InputValueAsync() != value; steps++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await list.InputValueAsync());
    }

    /// <summary>Opens the choice of files with the space bar.</summary>
    /// <remarks>
    /// The browser opens it only within seconds of the key; where the machine was too busy, one presses again, as a person
    /// would. Three times at most.
    /// </remarks>
    public async Task AttachAsync(ILocator field, IEnumerable<FilePayload> files)
    {
        for (var attempt = 1; ; attempt++)
        {
            await ReachAsync(field);
            try
            {
                var chooser = await page.RunAndWaitForFileChooserAsync(
                    () => page.Keyboard.PressAsync("Space"), new() { Timeout = 15_000 });
                await chooser.SetFilesAsync(files);
                return;
            }
            catch (TimeoutException) when (attempt < 3)
            {
                Console.WriteLine($"The space bar is pressed again on {field}: no choice of files opened.");
            }
        }
    }

    private static Task<string> TypeOfAsync(ILocator control) => control.EvaluateAsync<string>("e => e.type ?? ''");

    // The one of a group that Tab leads to, or null where none is checked yet.
    private static async Task<ILocator?> CheckedOfAsync(ILocator radio)
    {
        var chosen = radio.Page.Locator($"input[type=radio][name='{await radio.GetAttributeAsync("name")}']:checked");
        return await chosen.CountAsync() > 0 ? chosen : null;
    }

    // Which part of a date comes first is the browser's affair; a part that is full leads on to the next by itself.
    private async Task TypeAsync(ILocator field, LocalDate date)
    {
        var year = date.Year.ToString("0000", CultureInfo.InvariantCulture);
        var day = date.ToString("MMdd", CultureInfo.InvariantCulture);
        string[][] orders = [[year, "ArrowRight", day], [day, "", year]];
        foreach (var order in orders)
        {
            await page.Keyboard.TypeAsync(order[0]);
            if (order[1].Length > 0)
                await page.Keyboard.PressAsync(order[1]);
            await page.Keyboard.TypeAsync(order[2]);
            if (await field.InputValueAsync() == LocalDatePattern.Iso.Format(date))
                return;
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        Assert.Fail($"{date} could not be typed into {field}: it holds '{await field.InputValueAsync()}'.");
    }

    private void AssertShown(JsonElement focus)
    {
        if (focus.GetProperty("element").GetString() is not { Length: > 0 } element)
            return;
        Assert.True(focus.GetProperty("shown").GetBoolean(), $"Nothing shows the focus on {page.Url}: {element}");
        Assert.True(focus.GetProperty("seen").GetBoolean(), $"The focus is out of sight on {page.Url}: {element}");
    }
}
