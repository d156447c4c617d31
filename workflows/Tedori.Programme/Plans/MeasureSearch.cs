using Tedori.Programme.Editions;
using Tedori.Programme.Text;

namespace Tedori.Programme.Plans;

/// <summary>
/// Finds measures by words, however they were typed: width, kana, case, blanks inside a word and the like make no
/// difference. The texts are folded once, so keep it. Pure; safe for many threads.
/// </summary>
public sealed class MeasureSearch
{
    /// <summary>Most characters of a query.</summary>
    public const int MostCharacters = 100;

    private readonly IReadOnlyList<(Measure Measure, string Own, string Next)> texts;

    /// <summary>Folds the texts of a plan: areas, measures, what to do next and the items that they fit.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="edition">The programme of its items, or null where it is not served.</param>
    /// <param name="translate">
    /// What a text is shown as on a page in another language, found as well as the text itself; null where it is shown as it
    /// is. Without it all are.
    /// </param>
    public MeasureSearch(Plan plan, Edition? edition, Func<string, string?>? translate = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        texts = [.. plan.Areas.SelectMany(
            a => a.Measures, (a, m) => (m, Folded(TextsOf(a, m, edition)), Folded([a.NextOf(m.Id.Side)])))];

        string Folded(IEnumerable<string> said) => string.Join(
            '\n', said.SelectMany(t => new[] { t, translate?.Invoke(t) }).OfType<string>().Select(SearchText.Fold));
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
    /// of which it is said what to do next in these words: that is the same for all measures of one side of an area.
    /// </summary>
    public IReadOnlyList<Measure> Find(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] words = [.. Folding.Fold(query).Split([' ', '-', '"', '“', '”', '「', '」'], StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Fold).Where(w => w.Length > 0)];
        List<Measure> own = [.. texts.Where(t => words.All(w => Has(t.Own, w))).Select(t => t.Measure)];
        return own.Count > 0
            ? own
            : [.. texts.Where(t => words.All(w => Has(t.Own, w) || Has(t.Next, w))).Select(t => t.Measure)];

        static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TextsOf(PlanArea area, Measure measure, Edition? edition) =>
    [
        area.Name, area.Short, measure.Id.Side.Name(), measure.Id.Side.Heading(), measure.Name, measure.Text, .. measure.Points,
        .. measure.Fits.Select(f => f.Reason), .. measure.Situations.Select(s => s.Reason),
        .. measure.Fits.SelectMany(f => f.Items).Select(i => edition?.FindItem(i)?.Name).OfType<string>(),
    ];
}
