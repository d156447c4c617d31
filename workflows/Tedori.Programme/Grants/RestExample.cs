using System.Globalization;
using NodaTime;

namespace Tedori.Programme.Grants;

/// <summary>
/// The guideline's examples worked out for a company's own hours: work ends, the rest ends, the next start.
/// </summary>
/// <param name="RestEnds">When the rest ends, Asia/Tokyo.</param>
/// <param name="OverlapMinutes">Minutes by which the rest runs into the next shift; 0 where it does not.</param>
/// <param name="Start">The usual start.</param>
/// <param name="LaterStart">The start under 例2: the end of the rest where it runs into the shift.</param>
public sealed record RestExample(LocalTime RestEnds, int OverlapMinutes, LocalTime Start, LocalTime LaterStart)
{
    /// <summary>Works an example out.</summary>
    /// <param name="end">When work ends.</param>
    /// <param name="start">The next usual start.</param>
    /// <param name="restMinutes">The rest, in minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rest is negative or longer than a day.</exception>
    public static RestExample Of(LocalTime end, LocalTime start, int restMinutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(restMinutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(restMinutes, 24 * 60);
        var overlap = Math.Max(0, restMinutes - RestCheck.Gap(end, start));
        return new(end.PlusMinutes(restMinutes), overlap, start, start.PlusMinutes(overlap));
    }

    /// <summary>What follows under a rule, as one Japanese sentence.</summary>
    public string Explain(OverlapRule rule) => (OverlapMinutes, rule) switch
    {
        (0, _) => $"休息時間は{Clock(RestEnds)}に終わり、{Clock(Start)}の始業に重なりません。",
        (_, OverlapRule.DeemedWorked) =>
            $"休息時間は{Clock(RestEnds)}に終わります。{Clock(Start)}の始業から{OverlapMinutes}分間は働いたものとみなします(例1)。",
        (_, OverlapRule.LaterStart) => $"休息時間は{Clock(RestEnds)}に終わります。始業を{Clock(LaterStart)}に繰り下げます(例2)。",
        (_, OverlapRule.OvertimeBan) =>
            $"休息時間が{Clock(Start)}の始業に{OverlapMinutes}分重なります。この時刻までの残業は禁止する必要があります。",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

    private static string Clock(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");
}
