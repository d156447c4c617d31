namespace Tedori.Programme.Text;

/// <summary>
/// Texts folded once, so that words are found in them: Latin ones as whole words, all others wherever they stand, as Japanese
/// has no blanks. Pure; safe for many threads.
/// </summary>
/// <param name="texts">The texts; no word is found across two of them.</param>
internal sealed class SearchableText(IEnumerable<string> texts)
{
    private const int ShortestBeginning = 4;

    private readonly Folded text = Folded.Of([.. texts.Distinct().Select(Folding.Fold)]);

    /// <summary>Whether the word stands there as typed, or in another English form of it.</summary>
    public bool Has(SearchWord word) =>
        word.IsLatin ? Contains(text.Stems, word.Form) : Contains(text.Japanese, word.Text);

    /// <summary>
    /// Whether it stands there as it is read as well, or begins a Latin word. What is typed in kanji is not read into other
    /// kanji: 助成 is not 女性.
    /// </summary>
    public bool HasLoosely(SearchWord word) =>
        Has(word)
        || (word.IsLatin ? Begins(word.Text) : Contains(word.Text.Any(IsKana) ? text.Readings : text.Japanese, word.Form));

    private bool Begins(string latin) =>
        latin.Length >= ShortestBeginning + 2 && Contains(text.Latin, latin[..^1]);

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static bool IsKana(char c) => c is >= 'ァ' and <= 'ヺ';

    private sealed record Folded(string Japanese, string Readings, string Latin, string Stems)
    {
        public static Folded Of(IReadOnlyList<string> folded)
        {
            List<string> japanese = [.. folded.Where(t => t.Any(c => char.IsLetter(c) && !LatinWords.IsLatin(c)))];
            List<IReadOnlyList<string>> latin = [.. folded.Select(t => (IReadOnlyList<string>)[.. LatinWords.In(t)])];
            return new(
                Lines(japanese.Select(SearchText.Compact)),
                Lines(japanese.Select(t => SearchText.Compact(KanjiReadings.Read(SearchText.Katakana(t))))),
                Lines(latin.Select(SearchWord.Latin)), Lines(latin.Select(words => SearchWord.Latin(SearchWord.Stems(words)))));
        }

        private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts);
    }
}
