using System.Text;

namespace Tedori.Programme.Text;

/// <summary>Folds names so that a search finds them however they were typed. Pure.</summary>
public static class SearchText
{
    private const string InsideWords = "・·-=";

    /// <summary>
    /// Beyond <see cref="Folding"/>, kana, spaces and the short writings of legal forms make no difference afterwards.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = LegalForms.Unfold(Folding.Fold(LegalForms.Uncircle(text)));
        return Katakana(folded.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>The text with its hiragana as katakana, as long as before.</summary>
    internal static string Katakana(string folded) =>
        string.Create(folded.Length, folded, (span, text) =>
        {
            for (var at = 0; at < span.Length; at++)
                span[at] = Katakana(text[at]);
        });

    /// <summary>
    /// The text in katakana without blanks, marks of long vowels and signs inside words of katakana: ライフ・ワーク is ライフワク, and so
    /// is らいふわーく.
    /// </summary>
    /// <param name="folded">A text as <see cref="Folding.Fold"/> makes it.</param>
    internal static string Compact(string folded) =>
        Katakana(Join(folded).Replace(" ", "", StringComparison.Ordinal).Replace("ー", "", StringComparison.Ordinal));

    /// <summary>The text without the signs inside words of katakana. A dash there is often a mark of a long vowel, mistyped.</summary>
    internal static string Join(string folded)
    {
        var joined = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length; at++)
        {
            var inside = at > 0 && at < folded.Length - 1 && InsideWords.Contains(folded[at], StringComparison.Ordinal)
                && IsKatakana(folded[at - 1]) && IsKatakana(folded[at + 1]);
            if (!inside)
                joined.Append(folded[at]);
        }

        return joined.ToString();
    }

    private static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー';

    private static char Katakana(char c) => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c;
}
