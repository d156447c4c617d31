using Microsoft.Playwright;

namespace Tedori.BrowserTests.My;

/// <summary>What a page in another language leaves in Japanese.</summary>
internal static class Untranslated
{
    // Japanese that no element says to be so; and of what we name, whatever has no word in another language beside it.
    private const string Unsaid = """
        office => {
          const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (element.closest('script, style, textarea, template') || !japanese.test(node.data)) continue;
            if (element.closest('[lang]').lang !== 'ja') found.push(node.data.trim());
          }
          for (const element of document.querySelectorAll('main :is(h1, h2, h3, label, legend, th, dt, button, summary)')) {
            const ours = element.cloneNode(true);
            ours.querySelectorAll('[lang=ja]').forEach(e => e.remove());
            if (!/[A-Za-z]/.test(ours.textContent) && !element.closest('[lang=ja]') && !office.includes(element.textContent.trim())) found.push(element.textContent.trim());
          }
          return found;
        }
        """;

    /// <summary>Finds it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="office">What the office wrote of this case: it stays as it is, and is to be said to be in Japanese.</param>
    public static Task<string[]> OnAsync(IPage page, params string[] office) => page.EvaluateAsync<string[]>(Unsaid, office);
}
