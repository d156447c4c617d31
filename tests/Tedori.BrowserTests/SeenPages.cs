using Microsoft.Playwright;

namespace Tedori.BrowserTests;

/// <summary>
/// The pages that were judged in this run. Many walks come past the same page in many ways; it is judged once at each
/// width, and once enlarged and in the system's own colours.
/// </summary>
internal sealed class SeenPages
{
    // Without what differs from walk to walk and tells nothing of a page: numbers, digests, tokens, the style sheet.
    private const string Markup = """
        () => document.documentElement.lang + document.title + document.body.outerHTML
            .replace(/<style[^]*?<\/style>|<input[^>]*type="hidden"[^>]*>/g, '')
            .replace(/\b[0-9a-f]{64}\b|token=[^"]*/g, '').replace(/[0-9]+/g, '0')
        """;

    private readonly HashSet<(string Name, string Markup, int Width)> seen = [];

    /// <summary>Looks at a page that a test calls by a name.</summary>
    public async Task<Sight> LookAsync(IPage page, string name)
    {
        var markup = await page.EvaluateAsync<string>(Markup);
        return new(seen.Add((name, markup, page.ViewportSize!.Width)), seen.Add((name, "", 0)));
    }

    /// <summary>What is new of a page.</summary>
    /// <param name="AtThisWidth">Nobody has seen it in a window of this width.</param>
    /// <param name="AtAll">Nobody has seen it in any.</param>
    internal sealed record Sight(bool AtThisWidth, bool AtAll);
}
