namespace Tedori.Programme.Text;

/// <summary>Folds names so that a search finds them however they were typed. Pure.</summary>
public static class SearchText
{
    /// <summary>
    /// Width, case, kana, spaces and the usual short forms of 株式会社 and 有限会社 make no difference afterwards.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = WidthFolding.Fold(text).ToUpperInvariant()
            .Replace("(株)", "株式会社", StringComparison.Ordinal)
            .Replace("(有)", "有限会社", StringComparison.Ordinal);
        return string.Concat(folded.Where(c => !char.IsWhiteSpace(c)).Select(Katakana));
    }

    /// <summary>Only the digits, whatever their width, for phone and corporate numbers.</summary>
    public static string Digits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(WidthFolding.Fold(text).Where(char.IsAsciiDigit));
    }

    private static char Katakana(char c) => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c;
}
