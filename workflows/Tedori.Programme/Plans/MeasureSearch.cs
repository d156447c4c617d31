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

    private readonly IReadOnlyList<(Measure Measure, string Text)> texts;

    /// <summary>Folds the texts of a plan: areas, measures and the items that they fit.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="edition">The programme of its items, or null where it is not served.</param>
    public MeasureSearch(Plan plan, Edition? edition)
    {
        ArgumentNullException.ThrowIfNull(plan);
        texts = [.. plan.Areas.SelectMany(
            a => a.Measures, (a, m) => (m, string.Join('\n', TextsOf(a, m, edition).Select(SearchText.Fold))))];
    }

    /// <summary>Why a query is not looked for, or null.</summary>
    public static Refusal? Refuse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Length > MostCharacters
            ? new("queryTooLong", $"探すことばは、{MostCharacters}文字以内で入力してください。")
            : null;
    }

    /// <summary>The measures in which every word stands, in the order of the plan; all of them for no word.</summary>
    public IReadOnlyList<Measure> Find(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] words = [.. Folding.Fold(query).Split(' ').Select(SearchText.Fold).Where(w => w.Length > 0)];
        return [.. texts.Where(t => words.All(w => t.Text.Contains(w, StringComparison.Ordinal))).Select(t => t.Measure)];
    }

    private static IEnumerable<string> TextsOf(PlanArea area, Measure measure, Edition? edition) =>
    [
        area.Name, area.Short, measure.Id.Side.Name(), measure.Name, measure.Text, .. measure.Points,
        .. measure.Fits.Select(f => f.Reason), .. measure.Situations.Select(s => s.Reason),
        .. measure.Fits.SelectMany(f => f.Items).Select(i => edition?.FindItem(i)?.Name).OfType<string>(),
    ];
}
