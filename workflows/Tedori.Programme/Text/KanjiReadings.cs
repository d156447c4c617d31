using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Tedori.Programme.Text;

/// <summary>
/// Writes words of kanji as they are read, so that a search finds them for whoever types them in kana. The words are a file
/// of the product, those of the plan and of the items; a kanji of another word stays as it is. Pure.
/// </summary>
public static class KanjiReadings
{
    private const string File = "Text/readings.json";

    // By their first character, the longest first.
    private static readonly FrozenDictionary<char, (string Word, string Kana)[]> Words = Read().GroupBy(w => w.Word[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());

    /// <summary>All words that are known, in kanji and in katakana.</summary>
    internal static IEnumerable<string> Known => Words.Values.SelectMany(w => w).SelectMany(w => (string[])[w.Word, w.Kana]);

    /// <summary>The text with each word of kanji that is known in katakana.</summary>
    /// <param name="folded">A text as <see cref="SearchText.Fold"/> makes it.</param>
    public static string Read(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var text = new StringBuilder(folded.Length * 2);
        for (var at = 0; at < folded.Length;)
        {
            var (word, kana) = At(folded, at);
            text.Append(kana);
            at += word.Length;
        }

        return text.ToString();
    }

    private static (string Word, string Kana) At(string text, int at)
    {
        foreach (var known in Words.GetValueOrDefault(text[at], []))
        {
            if (string.CompareOrdinal(text, at, known.Word, 0, known.Word.Length) == 0)
                return known;
        }

        return (text[at..(at + 1)], text[at..(at + 1)]);
    }

    private static List<(string Word, string Kana)> Read()
    {
        using var stream = typeof(KanjiReadings).Assembly.GetManifestResourceStream(File)!;
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        return [.. words.Select(w => (SearchText.Fold(w.Key), SearchText.Fold(w.Value)))];
    }
}
