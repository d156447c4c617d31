using System.Text;

namespace Tedori.Programme.Text;

/// <summary>The many characters that people type for the line between numbers. Pure.</summary>
public static class Dashes
{
    private const string Known =
        "-\u00AD\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2500\u2501\u2796"
        + "\u2E3A\u2E3B\uFE31\uFE32\uFE58\uFE63\uFF0D";

    private const char LongVowel = 'ー';
    private const char NarrowLongVowel = 'ｰ';

    /// <summary>Whether a character is a dash wherever it stands. The mark of a long vowel is not.</summary>
    public static bool IsDash(char c) => Known.Contains(c, StringComparison.Ordinal);

    /// <summary>
    /// Every dash as <c>-</c>, and so the mark of a long vowel where no kana stands before it: <c>2ー3</c> is
    /// <c>2-3</c>, <c>コーヒー</c> stays.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            folded.Append(IsDash(c) || (c is LongVowel or NarrowLongVowel && !AfterKana(folded)) ? '-' : c);
        return folded.ToString();
    }

    private static bool AfterKana(StringBuilder before) => before.Length > 0
        && before[^1] is (>= 'ぁ' and <= 'ゟ') or (>= 'ァ' and <= 'ヿ') or (>= 'ｦ' and <= 'ﾟ') and not '・';
}
