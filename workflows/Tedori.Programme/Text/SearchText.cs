namespace Tedori.Programme.Text;

/// <summary>Folds names so that a search finds them however they were typed. Pure.</summary>
public static class SearchText
{
    /// <summary>
    /// Beyond <see cref="Folding"/>, kana, spaces and the usual short forms of 株式会社 and 有限会社 make no difference
    /// afterwards.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = Folding.Fold(text)
            .Replace("(株)", "株式会社", StringComparison.Ordinal)
            .Replace("(有)", "有限会社", StringComparison.Ordinal);
        return string.Concat(folded.Where(c => c != ' ').Select(Katakana));
    }

    private static char Katakana(char c) => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c;
}
