using System.Text;

namespace Tedori.Programme.Text;

/// <summary>
/// Writes full-width letters and half-width katakana the one usual way, and ㈱ and ㈲ in full. A table of its own,
/// because <c>string.Normalize</c> leaves the text as it is where no culture data of the host is read.
/// </summary>
internal static class WidthFolding
{
    private const char Voiced = '\u3099';
    private const char HalfVoiced = '\u309A';

    // U+FF61 to U+FF9F, in order; the last two are the marks of their own bytes.
    private const string HalfWidthKana =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    private const string TakesVoiced = "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ";
    private const string TakesHalfVoiced = "ハヒフヘホはひふへほ";

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            Append(folded, Usual(c));
        return folded.Replace("㈱", "(株)").Replace("㈲", "(有)").ToString();
    }

    private static char Usual(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\uFF61' and <= '\uFF9F' => HalfWidthKana[c - 0xFF61],
        _ => c,
    };

    // Kana stand in Unicode in the order plain, voiced, half-voiced.
    private static void Append(StringBuilder folded, char c)
    {
        var last = folded.Length == 0 ? '\0' : folded[^1];
        if (c == Voiced && TakesVoiced.Contains(last))
            folded[^1] = (char)(last + 1);
        else if (c == Voiced && last is ('ウ' or 'う'))
            folded[^1] = last == 'ウ' ? 'ヴ' : 'ゔ';
        else if (c == HalfVoiced && TakesHalfVoiced.Contains(last))
            folded[^1] = (char)(last + 2);
        else
            folded.Append(c);
    }
}
