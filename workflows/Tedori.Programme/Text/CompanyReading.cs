using System.Globalization;
using System.Text;

namespace Tedori.Programme.Text;

/// <summary>
/// Reads names, addresses, phone numbers and mail addresses so that writings of one company give one text. The result is
/// compared, never shown. Pure; reading a result again gives the same.
/// </summary>
/// <param name="variants">Which kanji are one.</param>
public sealed class CompanyReading(KanjiVariants variants)
{
    private const string City = "東京都";

    /// <summary>With the usual variants of kanji.</summary>
    public static readonly CompanyReading Default = new(KanjiVariants.Default);

    /// <summary>A company's name, its legal form in full.</summary>
    public string Name(string text) => LegalForms.Unfold(Blankless(Characters(text)));

    /// <summary>A company's name without its legal form.</summary>
    public string BareName(string text) => LegalForms.Strip(Name(text));

    /// <summary>An address, its numbers as 1-2-3; the programme is Tokyo's, so the city's own name says nothing.</summary>
    public string Address(string text)
    {
        var folded = BlockNumbers.Fold(Places(Characters(text)));
        return folded.StartsWith(City, StringComparison.Ordinal) ? folded[City.Length..] : folded;
    }

    /// <summary>The digits of a phone number, from the area code.</summary>
    public string Phone(string text)
    {
        var folded = Blankless(Characters(text));
        var national = folded.StartsWith("+81", StringComparison.Ordinal)
            ? "0" + folded[3..].Replace("(0)", "", StringComparison.Ordinal)
            : folded;
        return string.Concat(national.Where(char.IsAsciiDigit));
    }

    /// <summary>A mail address.</summary>
    public string Mail(string text) => Blankless(Characters(text));

    private string Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (folded, last) = (new StringBuilder(text.Length), ' ');
        foreach (var rune in WidthFolding.Fold(KeyCharacters.Visible(text)).EnumerateRunes())
        {
            if (KeyCharacters.IsDash(rune))
                folded.Append(KeyCharacters.IsKana(last) ? 'ー' : '-');
            else
                folded.Append(Upper(variants.Fold(KeyCharacters.Plain(rune))));
            last = folded[^1] == ' ' ? last : folded[^1];
        }

        return folded.ToString();
    }

    private static string Upper(Rune rune) => Rune.ToUpper(rune, CultureInfo.InvariantCulture).ToString();

    private static string Blankless(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // 霞が関 and 霞ヶ関, 丸の内 and 丸ノ内.
    private static string Places(string text) =>
        text.Replace('が', 'ケ').Replace('ガ', 'ケ').Replace('ノ', 'の').Replace('之', 'の');
}
