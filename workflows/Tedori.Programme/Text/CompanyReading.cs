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

    /// <summary>A company's name, its legal form in full; middle dots (中黒) say nothing.</summary>
    public string Name(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var joined = Joined(LegalForms.Uncircle(text));
        return LegalForms.Unfold(LongVowels(joined.All(IsMiddleDot) ? joined : Characters(string.Concat(joined.Where(c => !IsMiddleDot(c))))));
    }

    /// <summary>A company's name without its legal form.</summary>
    public string BareName(string text) => Bare(Name(text));

    /// <summary>A name that was read, without its legal form.</summary>
    public static string Bare(string name) => LegalForms.Strip(name);

    /// <summary>An address, its numbers as 1-2-3; the programme is Tokyo's, so the city's own name says nothing.</summary>
    public string Address(string text)
    {
        var folded = BlockNumbers.Fold(Places(Characters(text)));
        return folded.StartsWith(City, StringComparison.Ordinal) ? folded[City.Length..] : folded;
    }

    /// <summary>The digits of a phone number, from the area code.</summary>
    public string Phone(string text)
    {
        var folded = Joined(text);
        var national = folded.StartsWith("+81", StringComparison.Ordinal)
            ? "0" + folded[3..].Replace("(0)", "", StringComparison.Ordinal)
            : folded;
        return string.Concat(national.Where(char.IsAsciiDigit));
    }

    /// <summary>A mail address.</summary>
    public string Mail(string text) => Joined(text);

    private string Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Folding.Fold(text).EnumerateRunes())
            folded.Append(variants.Fold(rune));
        return folded.ToString();
    }

    // Once more without the blanks, because a mark then belongs to the letter before it.
    private string Joined(string text) => Characters(Blankless(Characters(text)));

    private static string Blankless(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    // A dash behind a kana was meant as the mark of a long vowel.
    private static string LongVowels(string text)
    {
        var read = new StringBuilder(text.Length);
        foreach (var c in text)
            read.Append(c == '-' && read.Length > 0 && IsKana(read[^1]) ? 'ー' : c);
        return read.ToString();
    }

    // ・ and what else is typed for it, as folding leaves them: ・ · • ‧ ∙ ⋅ and the one of Greek.
    private static bool IsMiddleDot(char c) => c is '・' or '\u00B7' or '\u2022' or '\u2027' or '\u2219' or '\u22C5' or '\u0387';

    private static bool IsKana(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー';

    // 霞が関 and 霞ヶ関, 丸の内 and 丸ノ内.
    private static string Places(string text) =>
        text.Replace('が', 'ケ').Replace('ガ', 'ケ').Replace('ノ', 'の').Replace('之', 'の');
}
