using Tedori.Programme.Editions;
using Tedori.Programme.Text;

namespace Tedori.Programme.Plans;

/// <summary>
/// Finds measures by words, however they were typed: width, kana, case, blanks inside a word and the like make no
/// difference; where nothing is found so, neither do kana for kanji, an English plural or the language. The texts are folded
/// once, so keep it. Pure; safe for many threads.
/// </summary>
public sealed class MeasureSearch
{
    /// <summary>Most characters of a query.</summary>
    public const int MostCharacters = 100;

    // Where words are looked for, one after the other until something is found: the last two in other writings as well.
    private readonly IReadOnlyList<(Measure Measure, string[] Places)> texts;

    /// <summary>Folds the texts of a plan: areas, measures, what to do next and the items that they fit.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="edition">The programme of its items, or null where it is not served.</param>
    /// <param name="translate">
    /// What a text is shown as on a page in another language, found as well as the text itself; null where it is shown as it
    /// is. Without it all are.
    /// </param>
    /// <param name="others">What it is shown as in the other languages, in which a word is looked for last.</param>
    public MeasureSearch(
        Plan plan, Edition? edition, Func<string, string?>? translate = null, params IReadOnlyList<Func<string, string?>> others)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(others);
        texts = [.. plan.Areas.SelectMany(a => a.Measures, (a, m) => Texts(m, [.. TextsOf(a, m, edition)], a.NextOf(m.Id.Side)))];

        (Measure, string[]) Texts(Measure measure, List<string> said, string next)
        {
            var (own, after) = (Folded(said, [t => t, translate ?? Nothing]), Folded([next], [t => t, translate ?? Nothing]));
            var (ownElse, afterElse) = (Elsewhere(own, said), Elsewhere(after, [next]));
            return (measure, [own, own + after, own + ownElse, own + after + ownElse + afterElse]);
        }

        string Elsewhere(string folded, IEnumerable<string> said) => KanjiReadings.Read(folded) + Folded(said, others);

        static string Folded(IEnumerable<string> said, IEnumerable<Func<string, string?>> ways) => string.Concat(
            said.SelectMany(t => ways.Select(w => w(t))).OfType<string>().Select(t => SearchText.Fold(t) + '\n'));

        static string? Nothing(string text) => null;
    }

    /// <summary>Why a query is not looked for, or null.</summary>
    public static Refusal? Refuse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Length > MostCharacters
            ? new("queryTooLong", $"探すことばは、{MostCharacters}文字以内で入力してください。")
            : query.EnumerateRunes().Any(Invisible.TurnsDirection) ? PlainText.Fault(query) : null;
    }

    /// <summary>
    /// The measures in which every word stands, in the order of the plan; all of them for no word. Where there is none, those
    /// of which it is said what to do next in these words: that is the same for all measures of one side of an area. Where
    /// there is still none, those in which each word stands in another writing.
    /// </summary>
    public IReadOnlyList<Measure> Find(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] words = [.. Folding.Fold(query).Split([' ', '-', '"', '“', '”', '「', '」'], StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Fold).Where(w => w.Length > 0)];
        string[][] typed = [.. words.Select(w => (string[])[w])];
        string[][] written = [.. words.Select(w => (string[])[w, KanjiReadings.Read(w), .. Singular(w)])];
        string[][][] ways = [typed, typed, written, written];
        return ways.Select((way, place) => Found(way, place)).FirstOrDefault(found => found.Count > 0) ?? [];

        List<Measure> Found(string[][] way, int place) =>
        [
            .. texts.Where(t => way.All(writings => writings.Any(w => t.Places[place].Contains(w, StringComparison.Ordinal))))
                .Select(t => t.Measure),
        ];
    }

    // An English plural without its ending; what is found in a singular stands in the plural as well.
    private static IEnumerable<string> Singular(string word)
    {
        const int Shortest = 4;
        if (word.Length < Shortest || !word.All(char.IsAsciiLetter) || !word.EndsWith('S'))
            yield break;
        yield return word[..^1];
        if (word.EndsWith("ES", StringComparison.Ordinal))
            yield return word[..^2];
        if (word.EndsWith("IES", StringComparison.Ordinal))
            yield return word[..^3] + "Y";
    }

    private static IEnumerable<string> TextsOf(PlanArea area, Measure measure, Edition? edition) =>
    [
        area.Name, area.Short, measure.Id.Side.Name(), measure.Id.Side.Heading(), measure.Name, measure.Text, .. measure.Points,
        .. measure.Fits.Select(f => f.Reason), .. measure.Situations.Select(s => s.Reason),
        .. measure.Fits.SelectMany(f => f.Items).Select(i => edition?.FindItem(i)?.Name).OfType<string>(),
    ];
}
