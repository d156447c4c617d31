using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>axe-core's opinion of a page.</summary>
internal static class Accessibility
{
    // Only what is wrong is told in full: of all that is right the browser would send every element.
    private static readonly AxeRunOptions Options = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    private static readonly TimeSpan Limit = Patience.Limit;

    /// <summary>What is wrong: rule, reason and element.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page, Way way)
    {
        if (way != Way.WithoutScript)
            return await JudgeAsync(page);
        // It waits for timers, which never run where script is off: the same page is judged in a tab that runs it.
        await using var context = await page.Context.Browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var copy = await context.NewPageAsync();
        await copy.SetContentAsync(await page.ContentAsync());
        return await JudgeAsync(copy);
    }

    private static async Task<string[]> JudgeAsync(IPage page)
    {
        var result = await page.RunAxe(Options).WaitAsync(Limit);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))];
    }
}
