using System.Globalization;
using System.Text;

namespace Tedori.Programme.Text;

/// <summary>What single characters mean where two writings are compared.</summary>
internal static class KeyCharacters
{
    // U+00C0 to U+017F, in order, without their marks; a blank stands for a letter that has none.
    private const string Latin =
        "AAAAAA CEEEEIIII NOOOOO  UUUUY  aaaaaa ceeeeiiii nooooo  uuuuy yAaAaAaCcCcCcCcDd  EeEeEeEeEeGgGg"
        + "GgGgHh  IiIiIiIiI   JjKk LlLlLl    NnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTt  UuUuUuUuUuUuWwYyYZzZzZz ";

    /// <summary>The text without what is not seen: controls, formats, fillers, variation selectors, joiners.</summary>
    public static string Visible(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                seen.Append(' ');
            else if (!IsInvisible(rune))
                seen.Append(rune);
        }

        return seen.ToString();
    }

    /// <summary>Whether it is one of the hyphens, minus signs, dashes and long marks that people type for each other.</summary>
    public static bool IsDash(Rune rune) => rune.Value is
        '-' or 'ー' or 'ｰ' or '−' or '─' or '━' or '﹘' or '﹣' or '－' or '⁃' or '˗' or (>= 0x2010 and <= 0x2015);

    /// <summary>Whether it is a kana, after which a dash is a long mark.</summary>
    public static bool IsKana(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー';

    /// <summary>A Latin letter without its accent; any other character as it is.</summary>
    public static Rune Plain(Rune rune) => rune.Value is >= 0xC0 and < 0x180 && Latin[rune.Value - 0xC0] is not ' ' and var c
        ? new(c)
        : rune;

    private static bool IsInvisible(Rune rune) => rune.Value
        is (>= 0x300 and <= 0x36F) or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F) or (>= 0xE0000 and <= 0xE0FFF)
        or (>= 0xFFF0 and <= 0xFFFB)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
