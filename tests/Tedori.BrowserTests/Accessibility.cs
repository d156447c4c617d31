using Microsoft.Playwright;

namespace Tedori.BrowserTests;

/// <summary>axe-core's opinion of a page.</summary>
internal static class Accessibility
{
    private const string Run = """
        async () => (await axe.run(document, {rules: {'target-size': {enabled: true}}})).violations
          .flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`))
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Lazy<string> Source = new(() => File.ReadAllText(BrowserTools.Axe));

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
        // Evaluated and not added as an element, because the page's policy admits no script of others.
        await page.EvaluateAsync(Source.Value).WaitAsync(Limit);
        return await page.EvaluateAsync<string[]>(Run).WaitAsync(Limit);
    }
}
