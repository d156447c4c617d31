using System.Globalization;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Grants;

/// <summary>
/// The rule of the wage item: at least so many yen an hour more (guideline 1(2) ⑮), compared in integers as
/// Δ monthly pay ≥ raise × monthly hours. A regular pay step is left out of the raise where the edition says so.
/// </summary>
public static class WageCheck
{
    /// <summary>Hundredths of an hour in an hour.</summary>
    public const int HourUnits = 100;

    /// <summary>Judges one person.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount or the hours are negative.</exception>
    public static WageVerdict Of(FilingRules rules, WageLine line)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentOutOfRangeException.ThrowIfNegative(line.BeforeYen);
        ArgumentOutOfRangeException.ThrowIfNegative(line.AfterYen);
        ArgumentOutOfRangeException.ThrowIfNegative(line.RegularStepYen);
        ArgumentOutOfRangeException.ThrowIfNegative(line.MonthlyHours ?? 0);
        var step = rules.RaiseExceedsRegularStep ? line.RegularStepYen : 0;
        var raise = line.AfterYen - line.BeforeYen - step;
        var hours = line.MonthlyHours ?? HourUnits;
        var product = rules.MinimumRaiseYen * hours;
        var needed = (product + HourUnits - 1) / HourUnits;
        return new(raise * HourUnits >= product, raise, needed, Explain(rules, line, step, raise, needed));
    }

    private static string Explain(FilingRules rules, WageLine line, long step, long raise, long needed)
    {
        var left = step > 0 ? $"−定期昇給{Yen(step)}" : "";
        var what = line.MonthlyHours is { } hours
            ? $"必要な額は{rules.MinimumRaiseYen}円×月{Hours(hours)}時間={Yen(needed)}"
            : $"必要な額は1時間当たり{Yen(needed)}";
        var verdict = raise >= needed ? "要件を満たします" : $"{Yen(needed - raise)}不足しています";
        return $"賃上げ額は{Yen(line.AfterYen)}−{Yen(line.BeforeYen)}{left}={Yen(raise)}、{what}で、{verdict}。";
    }

    private static string Yen(long yen) => GrantCalculation.Yen(yen);

    private static string Hours(int hundredths) =>
        (hundredths / (decimal)HourUnits).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Whether one person's raise qualifies.</summary>
/// <param name="Holds">Whether it does.</param>
/// <param name="RaiseYen">What counts as raise, in yen a month or an hour as the pay is; may be negative.</param>
/// <param name="NeededYen">Least raise that qualifies, in the same unit, rounded up to whole yen.</param>
/// <param name="Explanation">One Japanese sentence with the figures.</param>
public sealed record WageVerdict(bool Holds, long RaiseYen, long NeededYen, string Explanation);
