using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Tedori.Functions.Languages;

/// <summary>What of a text is in Japanese, so that a page in another language can say so.</summary>
public static partial class JapaneseText
{
    /// <summary>Whether a text is in Japanese on a page whose language is another; one that only names something Japanese is not.</summary>
    public static bool IsForeignTo(Language language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(text);
        return language.Html != Language.Japanese.Html && text.Any(IsJapanese)
            && (IsJapanese(text[^1]) || !text.Any(char.IsAsciiLetter)
                || (IsJapanese(text[0]) && text.Count(IsJapanese) > text.Count(char.IsAsciiLetter)));
    }

    /// <summary>The text, whatever of it is in Japanese on a page in another language marked so.</summary>
    public static RenderFragment Mark(string? text) => builder =>
    {
        if (text is null || Language.Current.Html == Language.Japanese.Html || !text.Any(IsJapanese))
        {
            builder.AddContent(0, text);
            return;
        }

        var at = 0;
        foreach (var (from, length) in IsForeignTo(Language.Current, text) ? [(0, text.Length)] : Runs(text))
        {
            builder.AddContent(1, text[at..from]);
            builder.OpenElement(2, "span");
            builder.AddAttribute(3, "lang", Language.Japanese.Html);
            builder.AddContent(4, text.Substring(from, length));
            builder.CloseElement();
            at = from + length;
        }

        builder.AddContent(5, text[at..]);
    };

    /// <summary>The finished sentence in the language of the reader; what of it stays Japanese is marked.</summary>
    public static RenderFragment Told(string? sentence) => Mark(sentence is null ? null : Sentences.Of(sentence));

    /// <summary>Whether what is said of a name says the name itself, readings in brackets aside, so that it need not stand twice.</summary>
    public static bool Repeats(string said, string name)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(name);
        return Reading().Replace(said, "").Contains(Reading().Replace(name, ""), StringComparison.Ordinal);
    }

    /// <summary>A name by which the office knows something: it stays, with its translation behind it.</summary>
    public static RenderFragment Named(string name) => builder =>
    {
        if (Sentences.Find(name) is not { } translation)
        {
            builder.AddContent(0, Mark(name));
            return;
        }

        if (Repeats(translation, name))
        {
            builder.AddContent(0, translation);
            return;
        }

        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "lang", Language.Japanese.Html);
        builder.AddContent(3, name);
        builder.CloseElement();
        builder.AddContent(4, " (");
        builder.AddContent(5, Mark(translation));
        builder.AddContent(6, ")");
    };

    /// <summary>Whether a character is kana, an ideograph, a full-width form or Japanese punctuation.</summary>
    public static bool IsJapanese(char character) =>
        character is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');

    private static IEnumerable<(int From, int Length)> Runs(string text) =>
        JapaneseRun().Matches(text).Select(m => (m.Index, m.Length));

    // Kana behind an ideograph are how it is read.
    [GeneratedRegex(@"(?<=[\u3400-\u9FFF])\([ぁ-ゖァ-ヺー]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Reading();

    [GeneratedRegex(
        @"[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]+([^A-Za-z]*[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]+)*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex JapaneseRun();
}
