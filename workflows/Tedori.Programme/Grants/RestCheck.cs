using System.Globalization;
using NodaTime;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Grants;

/// <summary>
/// The rule of the rest between shifts (guideline ②): at least so many hours for every occupation, an overlap rule, and
/// an existing rest only where it was shorter than that.
/// </summary>
public static class RestCheck
{
    private const int DayMinutes = 24 * 60;

    /// <summary>What keeps an occupation's rest from qualifying; empty where it qualifies.</summary>
    public static IReadOnlyList<Refusal> Of(FilingRules rules, RestSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(schedule);
        var minimum = rules.MinimumRestMinutes;
        List<Refusal> refusals = [];
        if (schedule.RestMinutes < minimum)
            refusals.Add(new("restTooShort", $"休息時間を{Hours(minimum)}以上にしてください(入力は{Hours(schedule.RestMinutes)})。"));
        if (schedule.ExistingMinutes >= minimum)
        {
            refusals.Add(new("restExists",
                $"既に{Hours(minimum)}以上の制度があるため対象になりません。{Hours(minimum)}未満の制度を延長する場合が対象です。"));
        }

        if (schedule.Overlap == OverlapRule.OvertimeBan && Ban(schedule) is { } ban)
            refusals.Add(ban);
        return refusals;
    }

    /// <summary>Minutes from the end of work to the next start, 0 to 1,439.</summary>
    public static int Gap(LocalTime end, LocalTime start) =>
        (int)((Minutes(start) - Minutes(end) + DayMinutes) % DayMinutes);

    /// <summary>A length of time in Japanese, for example 11時間 or 10時間30分.</summary>
    public static string Hours(int minutes) => minutes % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}時間")
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}時間{minutes % 60}分");

    private static Refusal? Ban(RestSchedule schedule)
    {
        if (schedule.OvertimeEnds is not { } ends)
            return new("overtimeBanMissing", "残業を禁止する時刻を入力してください。");
        var gap = Gap(ends, schedule.Start);
        return gap >= schedule.RestMinutes
            ? null
            : new("overtimeBanTooLate",
                $"残業を禁止する時刻から翌日の始業までが{Hours(gap)}で、休息時間{Hours(schedule.RestMinutes)}に足りません。時刻を早めてください。");
    }

    private static long Minutes(LocalTime time) => time.Hour * 60L + time.Minute;
}
