using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Payments;

/// <summary>Days on which banks transfer.</summary>
public sealed class BankDaysTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(1_000);
    private static readonly BankDays Days = new(EditionReader.R7().BankCalendar);

    private static readonly Gen<LocalDate> Date =
        Gen.Choose(0, 365 * 3).Select(days => new LocalDate(2025, 4, 1).PlusDays(days));

    [Theory]
    [InlineData("2025-12-29", true)]
    [InlineData("2025-12-30", true)]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-03", false)]
    [InlineData("2026-01-05", true)]
    [InlineData("2026-05-06", false)]
    [InlineData("2026-08-29", false)]
    public void IsOpen_AroundNewYearAndHolidays_IsTheBanks(string date, bool open) => Assert.Equal(open, Days.IsOpen(Tokyo.Day(date)));

    [Fact]
    public void Beside_ANewYear_AreTheBankDays()
    {
        var (eve, last, first) = (Tokyo.Day("2025-12-31"), Tokyo.Day("2025-12-30"), Tokyo.Day("2026-01-05"));
        Assert.Equal((last, first, last, first), (Days.Before(eve), Days.After(eve), Days.OnOrBefore(eve), Days.OnOrAfter(eve)));
        Assert.Equal((last, first, last, last), (Days.Before(first), Days.After(last), Days.OnOrBefore(last), Days.OnOrAfter(last)));
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-05", null, null)]
    [InlineData("2026-01-05", "2026-01-06", "transferPast", "振込指定日の令和8年1月5日(月)は過ぎています。令和8年1月6日(火)以後の銀行営業日にしてください。")]
    [InlineData("2026-01-02", "2025-12-01", "transferClosed", "振込指定日の令和8年1月2日(金)は銀行の休業日(年末年始)です。令和7年12月30日(火)か令和8年1月5日(月)にしてください。")]
    [InlineData("2026-08-29", "2026-08-29", "transferClosed", "振込指定日の令和8年8月29日(土)は銀行の休業日(土曜日)です。令和8年8月31日(月)にしてください。")]
    [InlineData("2099-01-05", "2026-01-05", "transferYear", "2099年の祝日が登録されていないため、振込指定日にできません。")]
    public void Refuses_WhatCannotBe_SaysWhatCan(string date, string today, string? code, string? text)
    {
        var refusal = Days.Refuses(Tokyo.Day(date), Tokyo.Day(today));
        Assert.Equal((code, text), (refusal?.Code, refusal?.Text));
    }

    [Fact]
    public void Refuses_AnyDay_TakesBankDaysFromTodayOnAndNoOthers() => Hold(
        from date in Date from today in Date select (date, today),
        x => (Days.Refuses(x.date, x.today) is null) == (Days.IsOpen(x.date) && x.date >= x.today));

    [Fact]
    public void Beside_AnyDay_AreOpenWithOnlyClosedDaysBetween() => Hold(
        Date,
        date =>
        {
            var (before, after) = (Days.Before(date), Days.After(date));
            return before < date && after > date && Days.IsOpen(before) && Days.IsOpen(after)
                && Between(before, date).Concat(Between(date, after)).All(d => !Days.IsOpen(d))
                && Days.OnOrAfter(date) == (Days.IsOpen(date) ? date : after)
                && Days.OnOrBefore(date) == (Days.IsOpen(date) ? date : before);
        });

    private static IEnumerable<LocalDate> Between(LocalDate from, LocalDate to) =>
        Enumerable.Range(1, Period.DaysBetween(from, to) - 1).Select(from.PlusDays);

    private static void Hold<T>(Gen<T> any, Func<T, bool> law) => Check.One(Fixed, Prop.ForAll(any.ToArbitrary(), law));
}
