namespace Tedori.Functions.Languages;

/// <summary>Whether a text is in Japanese, so that a page in another language can say so.</summary>
public static class JapaneseText
{
    /// <summary>Whether a text holds Japanese on a page whose language is another.</summary>
    public static bool IsForeignTo(Language language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(text);
        return language.Html != Language.Japanese.Html && text.Any(IsJapanese);
    }

    /// <summary>Whether a character is kana, an ideograph, a full-width form or Japanese punctuation.</summary>
    public static bool IsJapanese(char character) =>
        character is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');
}
