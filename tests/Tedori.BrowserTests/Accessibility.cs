using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>axe-core's opinion of a page.</summary>
/// <remarks>
/// Asked in the page itself. The library's own way has every page judged in two tabs, for the sake of frames, and sends all
/// that is right through three processes: ten times as long. No page has a frame, and one with a frame is refused here.
/// </remarks>
internal static class Accessibility
{
    private const string Judge = """
        async () => {
          const result = await axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}});
          return {
            rules: result.passes.length + result.violations.length,
            violations: result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`)),
          };
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
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
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        var result = await page.EvaluateAsync<JsonElement>(Judge).WaitAsync(Limit);
        Assert.True(result.GetProperty("rules").GetInt32() > 0, $"axe-core looked at nothing on {page.Url}.");
        return [.. result.GetProperty("violations").EnumerateArray().Select(v => v.GetString()!)];
    }
}
