namespace Tedori.Programme.Text;

/// <summary>A word, or a phrase of Latin words, as it is looked for.</summary>
/// <param name="Text">As typed; in kana one writing, see <see cref="SearchText.Compact"/>, in Latin letters as <see cref="Latin"/> writes it.</param>
/// <param name="Form">What it has in common with its forms: its reading in kana, or its stems.</param>
/// <param name="IsLatin">Whether it is of Latin letters and digits alone.</param>
internal sealed record SearchWord(string Text, string Form, bool IsLatin)
{
    /// <summary>The word, or null where it is no word.</summary>
    /// <param name="text">Letters, marks and numbers, in phrases with blanks, however typed.</param>
    public static SearchWord? Of(string text)
    {
        var folded = Folding.Fold(text);
        if (folded.Any(c => c != ' ' && !LatinWords.IsLatin(c) && char.IsLetterOrDigit(c)) || folded.Any(char.IsSurrogate))
        {
            var compact = SearchText.Compact(folded);
            return compact.Length == 0 ? null : new(compact, SearchText.Compact(KanjiReadings.Read(SearchText.Katakana(folded))), false);
        }

        return Of([.. LatinWords.In(folded)]);
    }

    /// <summary>The phrase of Latin words, or null for none.</summary>
    public static SearchWord? Of(IReadOnlyList<string> words) =>
        words.Count == 0 ? null : new(Latin(words), Latin(Stems(words)), true);

    /// <summary>Words one after the other so that a whole one is found by its blanks: <c> STAGGERED HOURS </c>.</summary>
    public static string Latin(IEnumerable<string> words) => $" {string.Join(' ', words)} ";

    /// <summary>The stems of the words that say something.</summary>
    public static IEnumerable<string> Stems(IEnumerable<string> words) =>
        words.Where(w => !SearchWords.SayNothing(w)).Select(LatinWords.Stem);
}
