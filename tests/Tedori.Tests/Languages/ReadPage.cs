using AngleSharp.Dom;
using Tedori.Functions.Languages;

namespace Tedori.Tests.Languages;

/// <summary>What a page says, told apart by the language it says it is in.</summary>
internal static class ReadPage
{
    private static readonly string[] Spoken = ["aria-label", "data-label", "title", "alt"];

    /// <summary>Texts and spoken attributes with Japanese in them that nothing says to be Japanese.</summary>
    public static IEnumerable<string> Unmarked(IDocument page) => Said(page)
        .Where(s => s.Text.Any(JapaneseText.IsJapanese) && LanguageOf(s.Element) != "ja").Select(s => s.Text.Trim());

    /// <summary>Japanese sentences on a page in another language, but for notices, for what is typed and for what staff ask.</summary>
    public static IEnumerable<string> Sentences(IDocument page) => Said(page)
        .Where(s => s.Text.Contains('。', StringComparison.Ordinal) && LanguageOf(s.Element) == "ja")
        .Where(s => s.Element.Closest("div[lang], dd, td, li:has(strong), .field:has([id^=answer]) .support, #referrals ~ ul") is null)
        .Select(s => s.Text.Trim());

    /// <summary>Sentences of the Japanese page that stand here as they are, although there is another wording.</summary>
    public static IEnumerable<string> Untranslated(IDocument page, Language language)
    {
        var worded = Phrases.All(language).Where(p => p.Key != p.Value && p.Key.Length > 8).Select(p => p.Key).ToHashSet();
        // A name that stays says so, and has its explanation behind it.
        return Said(page).Where(s => s.Element.Closest("[lang]") == page.DocumentElement)
            .Select(s => s.Text.Trim()).Where(worded.Contains);
    }

    private static IEnumerable<(IElement Element, string Text)> Said(IDocument page) => page.All
        .Where(e => e.LocalName is not ("script" or "style" or "textarea"))
        .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => (e, t.Data))
            .Concat(Spoken.Select(a => e.GetAttribute(a)).OfType<string>().Select(a => (e, a))));

    private static string? LanguageOf(IElement element) => element.Closest("[lang]")?.GetAttribute("lang");
}
