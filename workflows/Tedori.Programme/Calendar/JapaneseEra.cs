using NodaTime;

namespace Tedori.Programme.Calendar;

/// <summary>An era of the Japanese calendar (元号).</summary>
/// <param name="Name">Its name, for example 令和.</param>
/// <param name="Letter">The letter that stands for it, for example R.</param>
/// <param name="Begins">Its first day; of 明治 the first in the calendar of today.</param>
/// <param name="Ends">Its last day, inclusive; the first of the next may be the same day.</param>
/// <param name="FirstYear">The western year that is its year 1 (元年).</param>
public sealed record JapaneseEra(string Name, char Letter, LocalDate Begins, LocalDate Ends, int FirstYear)
{
    /// <summary>All eras since the calendar of today, the oldest first.</summary>
    public static readonly IReadOnlyList<JapaneseEra> All =
    [
        new("明治", 'M', new(1873, 1, 1), new(1912, 7, 30), 1868),
        new("大正", 'T', new(1912, 7, 30), new(1926, 12, 25), 1912),
        new("昭和", 'S', new(1926, 12, 25), new(1989, 1, 7), 1926),
        new("平成", 'H', new(1989, 1, 8), new(2019, 4, 30), 1989),
        new("令和", 'R', new(2019, 5, 1), LocalDate.MaxIsoValue, 2019),
    ];

    /// <summary>The era of a name, its first character or its letter, or null.</summary>
    public static JapaneseEra? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return All.FirstOrDefault(e => text.Length > 0 && (e.Name == text || text == e.Name[..1]
            || (text.Length == 1 && char.ToUpperInvariant(text[0]) == e.Letter)));
    }

    /// <summary>Whether a date lies in it.</summary>
    public bool Contains(LocalDate date) => date >= Begins && date <= Ends;
}
