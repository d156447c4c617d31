using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tedori.Programme.Text;

/// <summary>
/// Words that mean the same for whoever looks for support, in all languages of the pages, and words that say nothing.
/// They are a file of the product. Pure.
/// </summary>
internal static class SearchWords
{
    private const string File = "Text/search-words.json";

    private static readonly Content Own = Read();

    private static readonly FrozenSet<string> PassedOver = Own.PassedOver.Select(Folding.Fold).Select(SearchText.Compact).ToFrozenSet();

    private static readonly SearchWord[][] Folded =
        [.. Own.Groups.Select(g => g.Select(SearchWord.Of).OfType<SearchWord>().ToArray())];

    // A reading may lead to two groups: じょせい is 女性 and 助成.
    private static readonly FrozenDictionary<string, SearchWord[]> ByKey = Folded
        .SelectMany(g => g.SelectMany(w => (string[])[KeyOf(w), w.Form]).Distinct(), (g, key) => (Group: g, Key: key))
        .GroupBy(k => k.Key, k => k.Group).ToFrozenDictionary(k => k.Key, k => k.SelectMany(g => g).Distinct().ToArray());

    /// <summary>The groups as the file has them, each word once.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups => Own.Groups;

    /// <summary>All words that are not Latin, those that say nothing as well, as typed and as they are read.</summary>
    public static IEnumerable<string> Japanese => Own.Groups.SelectMany(g => g).Concat(Own.PassedOver).Select(SearchText.Fold)
        .Where(w => !w.All(LatinWords.IsLatin)).SelectMany(w => (string[])[w, KanjiReadings.Read(w)]);

    /// <summary>The words that mean the same, the word itself among them; none where none is known.</summary>
    public static IReadOnlyList<SearchWord> SameAs(SearchWord word) => ByKey.GetValueOrDefault(KeyOf(word), []);

    /// <summary>What a word is known by, however it is typed: no two groups have the same.</summary>
    public static string KeyOf(SearchWord word) => word.IsLatin ? word.Form : word.Text;

    /// <summary>Whether a word says nothing by itself: a single kana, letter or digit, or one such as "the".</summary>
    /// <param name="word">Folded.</param>
    public static bool SayNothing(string word) =>
        (word.Length == 1 && word[0] is not (>= '\u3400' and <= '\u9FFF')) || PassedOver.Contains(word);

    private static Content Read()
    {
        using var stream = typeof(SearchWords).Assembly.GetManifestResourceStream(File)!;
        return JsonSerializer.Deserialize<Content>(stream)!;
    }

    private sealed record Content(
        [property: JsonPropertyName("passedOver")] IReadOnlyList<string> PassedOver,
        [property: JsonPropertyName("groups")] IReadOnlyList<IReadOnlyList<string>> Groups);
}
