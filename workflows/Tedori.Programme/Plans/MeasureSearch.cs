using Tedori.Programme.Editions;
using Tedori.Programme.Text;

namespace Tedori.Programme.Plans;

/// <summary>
/// Finds measures by words, however they were typed: width, kana, case, blanks and signs inside a word, an English plural and
/// the like make no difference. Where nothing is found so, neither do kana for kanji, the word for the same thing, the language,
/// and words that are written together. The texts are folded once, so keep it. Pure; safe for many threads.
/// </summary>
public sealed class MeasureSearch
{
    /// <summary>Most characters of a query.</summary>
    public const int MostCharacters = 100;

    // How a query is looked for, one way after the other until something is found: in how many of the places, and how exactly.
    private static readonly (Func<SearchQuery, IReadOnlyList<IReadOnlyList<SearchWord>>> Words, Place Last, bool Loosely)[] Ways =
    [
        (q => q.Typed, Place.Own, false),
        (q => q.Typed, Place.Next, false),
        (q => q.Meant, Place.Own, true),
        (q => q.Meant, Place.Next, true),
        (q => q.Meant, Place.Elsewhere, true),
        (q => q.Meant, Place.Items, true),
        (q => q.Cut, Place.Own, true),
        (q => q.Cut, Place.Next, true),
        (q => q.Cut, Place.Elsewhere, true),
        (q => q.Cut, Place.Items, true),
    ];

    private readonly IReadOnlyList<(Measure Measure, SearchableText[] Places)> texts;

    /// <summary>Folds the texts of a plan: areas, measures, what to do next and the items that they fit.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="edition">The programme of its items, or null where it is not served.</param>
    /// <param name="translate">
    /// What a text is shown as on a page in another language, found as well as the text itself; null where it is shown as it
    /// is. Without it all are.
    /// </param>
    /// <param name="others">What it is shown as in the other languages, in which a word is looked for later.</param>
    public MeasureSearch(
        Plan plan, Edition? edition, Func<string, string?>? translate = null, params IReadOnlyList<Func<string, string?>> others)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(others);
        IReadOnlyList<Func<string, string?>> shown = [t => t, translate ?? (_ => null)];
        texts = [.. plan.Areas.SelectMany(a => a.Measures, (a, m) => (m, PlacesOf(a, m)))];

        SearchableText[] PlacesOf(PlanArea area, Measure measure)
        {
            string[] said = [.. TextsOf(area, measure)];
            string[] next = [area.NextOf(measure.Id.Side)];
            string[] items = [.. measure.Fits.SelectMany(f => f.Items).Select(i => edition?.FindItem(i)?.Name).OfType<string>()];
            return
            [
                new(In(said, shown)), new(In(next, shown)), new(In([.. said, .. next], others)), new(In(items, [.. shown, .. others])),
            ];
        }

        static IEnumerable<string> In(IEnumerable<string> said, IReadOnlyList<Func<string, string?>> ways) =>
            said.SelectMany(t => ways.Select(w => w(t))).OfType<string>();
    }

    // Where words are looked for, in this order.
    private enum Place
    {
        Own,
        Next,
        Elsewhere,
        Items,
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
    /// The measures in which every word stands, in the order of the plan; all of them where nothing is typed, none where
    /// what is typed says nothing, such as one kana or "the". Each of these only where the one before finds nothing: the
    /// words in the texts of a measure itself; in what to do next, which is the same for all measures of one side of an area;
    /// the same as they are read, begun, and with words that mean the same; in the other languages; in the names of the items
    /// that a measure fits; last, words cut out of what is written together.
    /// </summary>
    public IReadOnlyList<Measure> Find(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Folding.Fold(query).Length == 0)
            return [.. texts.Select(t => t.Measure)];
        var asked = SearchQuery.Of(query);
        return Ways.Select(way => Found(way.Words(asked), way.Last, way.Loosely)).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private List<Measure> Found(IReadOnlyList<IReadOnlyList<SearchWord>> words, Place last, bool loosely) => words.Count == 0
        ? []
        : [.. texts.Where(t => words.All(same => same.Any(w => Stands(w, t.Places.AsSpan(0, (int)last + 1), loosely)))).Select(t => t.Measure)];

    private static bool Stands(SearchWord word, ReadOnlySpan<SearchableText> places, bool loosely)
    {
        foreach (var place in places)
        {
            if (loosely ? place.HasLoosely(word) : place.Has(word))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> TextsOf(PlanArea area, Measure measure) =>
    [
        area.Name, area.Short, measure.Id.Side.Name(), measure.Id.Side.Heading(), measure.Name, measure.Text, .. measure.Points,
        .. measure.Fits.Select(f => f.Reason), .. measure.Situations.Select(s => s.Reason),
    ];
}
