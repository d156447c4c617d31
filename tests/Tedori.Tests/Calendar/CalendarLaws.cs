using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Calendar;

/// <summary>Laws that hold for every date of the programme. The seed is fixed, so a failure comes again.</summary>
public sealed class CalendarLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(500);
    private static readonly Edition R7 = EditionReader.R7();

    private static readonly Gen<LocalDate> Date =
        Gen.Choose(0, 365 * 4).Select(days => new LocalDate(2025, 4, 1).PlusDays(days));

    [Fact]
    public void AddBusinessDays_AnyDateAndCount_LandsOpenAndIsThatManyDaysAway() => Hold(
        from date in Date from count in Gen.Choose(1, 60) select (date, count),
        x => R7.Calendar.AddBusinessDays(x.date, x.count) is var there
            && R7.Calendar.IsOpen(there)
            && R7.Calendar.BusinessDaysBetween(x.date, there) == x.count);

    [Fact]
    public void AddBusinessDays_ThereAndBackFromAnOpenDay_IsTheSameDay() => Hold(
        from date in Date from count in Gen.Choose(-60, 60) select (date: R7.Calendar.OnOrAfter(date), count),
        x => R7.Calendar.AddBusinessDays(R7.Calendar.AddBusinessDays(x.date, x.count), -x.count) == x.date);

    [Fact]
    public void AddBusinessDays_InTwoSteps_IsTheSameAsInOne() => Hold(
        from date in Date from first in Gen.Choose(0, 30) from then in Gen.Choose(0, 30) select (date, first, then),
        x => R7.Calendar.AddBusinessDays(R7.Calendar.AddBusinessDays(x.date, x.first), x.then)
            == R7.Calendar.AddBusinessDays(x.date, x.first + x.then));

    [Fact]
    public void ClosedDays_AndBusinessDaysBetween_AddUpToAllDays() => Hold(
        from date in Date from days in Gen.Choose(0, 120) select (date, to: date.PlusDays(days), days),
        x => R7.Calendar.ClosedDays(x.date, x.to).Count + R7.Calendar.BusinessDaysBetween(x.date, x.to) == x.days);

    [Fact]
    public void BankCalendar_WheneverTheOfficeIsOpen_IsOpen() => Hold(
        Date, date => !R7.Calendar.IsOpen(date) || R7.BankCalendar.IsOpen(date));

    [Fact]
    public void Admits_AnEarlierElectronicFiling_IsNeverWorse() => Hold(
        from date in Date
        from milliseconds in Gen.Choose(-100_000_000, 100_000_000)
        from earlier in Gen.Choose(0, 100_000_000)
        select (date, milliseconds, earlier),
        x =>
        {
            var cutoff = Cutoff.On(R7, x.date, "期限", post: true);
            var at = cutoff.ElectronicEnd + Duration.FromMilliseconds(x.milliseconds);
            return cutoff.Admits(new Receipt.Electronic(at)) == x.milliseconds < 0
                && (!cutoff.Admits(new Receipt.Electronic(at))
                    || cutoff.Admits(new Receipt.Electronic(at - Duration.FromMilliseconds(x.earlier))));
        });

    [Fact]
    public void After_MoreBusinessDays_EndsLaterAndNeverSettlesEarlier() => Hold(
        from date in Date from count in Gen.Choose(1, 40) select (date, count),
        x =>
        {
            var sooner = Cutoff.After(R7, x.date, x.count, "期限", post: true);
            var later = Cutoff.After(R7, x.date, x.count + 1, "期限", post: true);
            return sooner.Date < later.Date && sooner.ElectronicEnd < later.ElectronicEnd
                && sooner.SettledAt < later.SettledAt && sooner.ElectronicEnd <= sooner.SettledAt;
        });

    private static void Hold<T>(Gen<T> values, Func<T, bool> law) =>
        Check.One(Fixed, Prop.ForAll(values.ToArbitrary(), law));
}
