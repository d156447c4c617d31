using System.Globalization;
using System.Text.RegularExpressions;

namespace Tedori.Programme.Text;

/// <summary>Writes the numbers of an address (丁目、番、号) the one usual way: <c>1-2-3</c>.</summary>
internal static partial class BlockNumbers
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The address with its numbers in digits and hyphens; blanks are gone.</summary>
    public static string Fold(string address)
    {
        var text = PostalCode().Replace(address.Trim(), "");
        text = BetweenDigits().Replace(text, "-");
        text = Blanks().Replace(text, "");
        text = Kanji().Replace(text, m => Value(m.Value).ToString(CultureInfo.InvariantCulture));
        text = Units().Replace(text, "$1-");
        text = Of().Replace(text, "-");
        return Hyphens().Replace(text, m => m.Index + m.Length < text.Length
            && char.IsAsciiDigit(text[m.Index + m.Length]) ? "-" : "");
    }

    private static int Value(string kanji)
    {
        var (sum, digit) = (0, 0);
        foreach (var c in kanji)
        {
            if (c is '十' or '百')
                (sum, digit) = (sum + (Math.Max(digit, 1) * (c == '十' ? 10 : 100)), 0);
            else
                digit = (digit * 10) + Digits.IndexOf(c, StringComparison.Ordinal);
        }

        return sum + digit;
    }

    [GeneratedRegex("^〒?[0-9]{3}-?[0-9]{4}(?![0-9-])")]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"(?<=[0-9])\s+(?=[0-9])")]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[〇一二三四五六七八九十百]{1,4}(?=丁目|番地|番|号)")]
    private static partial Regex Kanji();

    [GeneratedRegex("([0-9])(?:丁目|番地の?|番(?!町)|号室?)の?")]
    private static partial Regex Units();

    [GeneratedRegex("(?<=[0-9])[のノ](?=[0-9])")]
    private static partial Regex Of();

    [GeneratedRegex("-+")]
    private static partial Regex Hyphens();
}
