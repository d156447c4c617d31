using System.Globalization;
using System.Text.RegularExpressions;

namespace Tedori.Programme.Text;

/// <summary>Writes the numbers of an address (丁目、番、号) the one usual way: <c>1-2-3</c>.</summary>
internal static partial class BlockNumbers
{
    // Of each digit the usual numeral and those of deeds (大字), old and new.
    private static readonly string[] Digits =
        ["〇零", "一壱壹弌", "二弐貳貮弍", "三参參叁弎", "四肆", "五伍", "六陸", "七漆柒", "八捌", "九玖"];

    // The same of ten, hundred and thousand.
    private static readonly (string Numerals, int Value)[] Units = [("十拾", 10), ("百佰陌", 100), ("千仟阡", 1000)];

    /// <summary>The address with its numbers in digits and hyphens; blanks are gone.</summary>
    public static string Fold(string address)
    {
        var text = PostalCode().Replace(Waves().Replace(address.Trim(), "-"), "");
        text = BetweenDigits().Replace(text, "-");
        text = Blanks().Replace(text, "");
        text = Kanji().Replace(text, m => Value(m.Value).ToString(CultureInfo.InvariantCulture));
        text = Named().Replace(text, "$1-");
        text = Of().Replace(text, "-");
        return Hyphens().Replace(text, m => m.Index + m.Length < text.Length
            && char.IsAsciiDigit(text[m.Index + m.Length]) ? "-" : "");
    }

    private static int Value(string kanji)
    {
        var (sum, digit) = (0, 0);
        foreach (var c in kanji)
        {
            if (Units.FirstOrDefault(u => u.Numerals.Contains(c, StringComparison.Ordinal)) is { Value: > 0 and var unit })
                (sum, digit) = (sum + (Math.Max(digit, 1) * unit), 0);
            else
                digit = (digit * 10) + Array.FindIndex(Digits, d => d.Contains(c, StringComparison.Ordinal));
        }

        return sum + digit;
    }

    // 1~2~3 is typed on a telephone for 1-2-3; what means a range is compared like it.
    [GeneratedRegex(@"[~\u2053\u223C\u223E\u3030]")]
    private static partial Regex Waves();

    [GeneratedRegex("^〒?[0-9]{3}-?[0-9]{4}(?![0-9-])")]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"(?<=[0-9])\s+(?=[0-9])")]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[〇零一壱壹弌二弐貳貮弍三参參叁弎四肆五伍六陸七漆柒八捌九玖十拾百佰陌千仟阡]{1,7}(?=丁目|番地|番|号)")]
    private static partial Regex Kanji();

    [GeneratedRegex("([0-9])(?:丁目|番地の?|番(?!町)|号室?)の?")]
    private static partial Regex Named();

    [GeneratedRegex("(?<=[0-9])[のノ](?=[0-9])")]
    private static partial Regex Of();

    [GeneratedRegex("-+")]
    private static partial Regex Hyphens();
}
