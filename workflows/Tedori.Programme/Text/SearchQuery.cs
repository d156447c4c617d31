using System.Collections.Frozen;
using System.Text;

namespace Tedori.Programme.Text;

/// <summary>
/// What was typed into a search, as words. Each is a list of words of which one is enough; all of them must be found. Signs
/// around and between words are no part of them, and what says nothing is passed over. Pure.
/// </summary>
/// <param name="Typed">As typed.</param>
/// <param name="Meant">With the words that mean the same.</param>
/// <param name="Cut">Those, where words without blanks between them are cut into the words that are known.</param>
internal sealed record SearchQuery(
    IReadOnlyList<IReadOnlyList<SearchWord>> Typed, IReadOnlyList<IReadOnlyList<SearchWord>> Meant,
    IReadOnlyList<IReadOnlyList<SearchWord>> Cut)
{
    private const string Particles = "とのやをにがではも";
    private const int LongestPhrase = 4;

    // By their first character, the longest first; one character alone would cut words in two.
    private static readonly FrozenDictionary<char, string[]> Known = KanjiReadings.Known.Concat(SearchWords.Japanese)
        .Where(w => w.Length > 1).Distinct().GroupBy(w => w[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());

    /// <summary>Reads a query; without a word where it says nothing.</summary>
    public static SearchQuery Of(string query)
    {
        var folded = Folding.Fold(query);
        var words = WordsOf(Split(SearchText.Join(folded)));
        var cut = WordsOf(Split(folded).SelectMany(Pieces));
        return new([.. words.Select(w => (IReadOnlyList<SearchWord>)[w])], Meanings(words), Meanings(cut));
    }

    private static List<SearchWord> WordsOf(IEnumerable<string> words) => Phrases(
    [
        .. words.Where(w => !w.All(c => Particles.Contains(c, StringComparison.Ordinal))).Select(SearchWord.Of).OfType<SearchWord>()
            .Where(w => !SearchWords.SayNothing(w.Text.Trim(' '))).Distinct(),
    ]);

    // At whatever is no letter, mark or number.
    private static string[] Split(string folded)
    {
        var text = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
            text.Append(Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || IsMark(rune) ? rune.ToString() : " ");
        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
        or System.Globalization.UnicodeCategory.EnclosingMark;

    private static List<IReadOnlyList<SearchWord>> Meanings(IReadOnlyList<SearchWord> words) =>
        [.. words.Select(w => (IReadOnlyList<SearchWord>)[w, .. SearchWords.SameAs(w)])];

    private static List<SearchWord> Phrases(IReadOnlyList<SearchWord> words)
    {
        var phrases = new List<SearchWord>();
        for (var at = 0; at < words.Count;)
        {
            var (phrase, length) = PhraseAt(words, at);
            phrases.Add(phrase);
            at += length;
        }

        return phrases;
    }

    // Latin words that are known together, the most of them; a word alone otherwise.
    private static (SearchWord Phrase, int Length) PhraseAt(IReadOnlyList<SearchWord> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 1; length--)
        {
            var part = words.Skip(at).Take(length).ToList();
            if (part.All(w => w.IsLatin) && SearchWord.Of([.. part.Select(w => w.Text.Trim(' '))]) is { } phrase
                && SearchWords.SameAs(phrase).Count > 0)
                return (phrase, length);
        }

        return (words[at], 1);
    }

    // 育児介護 is 育児 and 介護, いくじとかいご as well; what is not known stays together up to what is, or to a particle.
    private static IEnumerable<string> Pieces(string word)
    {
        var kana = SearchText.Katakana(word);
        var (from, at) = (0, 0);
        while (at < word.Length)
        {
            var known = LengthOfKnown(kana, at);
            if (known == 0 && !Particles.Contains(word[at], StringComparison.Ordinal))
            {
                at++;
                continue;
            }

            if (from < at)
                yield return word[from..at];
            if (known > 0)
                yield return word.Substring(at, known);
            at += Math.Max(1, known);
            from = at;
        }

        if (from < at)
            yield return word[from..];
    }

    private static int LengthOfKnown(string kana, int at) =>
        Known.GetValueOrDefault(kana[at], []).FirstOrDefault(w => string.CompareOrdinal(kana, at, w, 0, w.Length) == 0)?.Length ?? 0;
}
