using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>axe-core's opinion of a page.</summary>
/// <remarks>
/// Asked in the page itself, and for what is shown here: not for the place of each element in the page, nor for style sheets
/// and sounds of other addresses, of which there are none. The library's own way has every page judged in two tabs, for the sake of frames, and sends all
/// that is right through three processes: ten times as long. A frame shows a mail before it leaves, in a sandbox in which nothing can be asked;
/// another is refused here.
/// </remarks>
internal static class Accessibility
{
    private const string Judge = """
        async () => {
          const result = await axe.run(document, {
            resultTypes: ['violations'], rules: {'target-size': {enabled: true}}, selectors: false, preload: false, iframes: false});
          return {
            rules: result.passes.length + result.violations.length,
            violations: result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`)),
          };
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // To send so much to a page takes longer than most judgements; what a tab has from its beginning is not sent again.
    private const string Load = "() => { if (!('axe' in window)) window.loadAxe?.(); return 'axe' in window; }";
    private static readonly TimeSpan Limit = Patience.Limit;
    private static IPage? copied;

    /// <summary>Has axe-core at hand on every page of the tabs that are opened from now on.</summary>
    public static Task PrepareAsync(IBrowserContext context) => context.AddInitScriptAsync($"window.loadAxe = () => {{{Axe}}};");

    /// <summary>What is wrong: rule, reason and element.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page, Way way)
    {
        if (way != Way.WithoutScript)
            return await JudgeAsync(page);
        // It waits for timers, which never run where script is off: the same page is judged in a tab that runs it.
        var copy = await CopyAsync(page);
        await copy.SetContentAsync(await page.ContentAsync());
        return await JudgeAsync(copy);
    }

    // One of this size for all tests, which run one after the other: a new window costs more than the judgement.
    private static async Task<IPage> CopyAsync(IPage page)
    {
        var (browser, size) = (page.Context.Browser!, page.ViewportSize!);
        if (copied is { } kept && kept.Context.Browser == browser && kept.ViewportSize is { } its
            && (its.Width, its.Height) == (size.Width, size.Height))
            return kept;
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = size.Width, Height = size.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        return copied = await context.NewPageAsync();
    }

    private static async Task<string[]> JudgeAsync(IPage page)
    {
        Assert.Equal(page.Frames.Count - 1, await page.Locator("iframe[sandbox=''][srcdoc][title]").CountAsync());
        if (!await page.EvaluateAsync<bool>(Load))
            await page.EvaluateAsync(Axe);
        var result = await page.EvaluateAsync<JsonElement>(Judge).WaitAsync(Limit);
        Assert.True(result.GetProperty("rules").GetInt32() > 0, $"axe-core looked at nothing on {page.Url}.");
        return [.. result.GetProperty("violations").EnumerateArray().Select(v => v.GetString()!)];
    }
}
