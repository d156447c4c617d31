namespace Tedori.Programme.Text;

/// <summary>Folds names so that a search finds them however they were typed. Pure.</summary>
public static class SearchText
{
    /// <summary>
    /// Beyond <see cref="Folding"/>, kana, spaces and the short writings of legal forms make no difference afterwards.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = LegalForms.Unfold(Folding.Fold(LegalForms.Uncircle(text)));
        return string.Concat(folded.Where(c => c != ' ').Select(Katakana));
    }

    private static char Katakana(char c) => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c;
}
