using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Calendar;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Office = EditionReader.R7().Calendar;
    private static readonly BusinessCalendar Banks = EditionReader.R7().BankCalendar;

    public static TheoryData<int, string> SeventhBusinessDays => new()
    {
        { 1, "2025-06-03" }, { 2, "2025-07-01" }, { 3, "2025-07-30" }, { 4, "2025-09-02" }, { 5, "2025-09-25" },
        { 6, "2025-10-22" }, { 7, "2025-11-19" }, { 8, "2025-12-16" }, { 9, "2026-01-26" }, { 10, "2026-02-18" },
    };

    [Theory]
    [MemberData(nameof(SeventhBusinessDays))]
    public void AddBusinessDays_SevenAfterTheCloseOfEntries_IsTheDateOfTheBrief(int round, string expected)
    {
        var closes = EditionReader.R7().Round(round).EntryCloses;

        Assert.Equal(Days.Of(expected), Office.AddBusinessDays(closes, 7));
        Assert.Equal(7, Office.BusinessDaysBetween(closes, Days.Of(expected)));
    }

    [Theory]
    [InlineData("2025-05-23", 0, "2025-05-23")]
    [InlineData("2025-05-24", 0, "2025-05-24")]
    [InlineData("2025-05-23", 1, "2025-05-26")]
    [InlineData("2025-05-24", 1, "2025-05-26")]
    [InlineData("2025-05-26", -1, "2025-05-23")]
    [InlineData("2025-05-25", -1, "2025-05-23")]
    [InlineData("2025-06-12", -10, "2025-05-29")]
    [InlineData("2025-12-26", 1, "2026-01-05")]
    [InlineData("2026-01-05", -1, "2025-12-26")]
    [InlineData("2026-09-18", 1, "2026-09-24")]
    [InlineData("2025-08-12", 3, "2025-08-15")]
    public void AddBusinessDays_FromADate_CountsFromTheDayBesideIt(string from, int count, string expected) =>
        Assert.Equal(Days.Of(expected), Office.AddBusinessDays(Days.Of(from), count));

    [Theory]
    [InlineData("2025-12-26", null, null)]
    [InlineData("2025-12-29", "年末年始", null)]
    [InlineData("2025-12-30", "年末年始", null)]
    [InlineData("2025-12-31", "年末年始", "年末年始")]
    [InlineData("2026-01-01", "元日", "元日")]
    [InlineData("2026-01-02", "年末年始", "年末年始")]
    [InlineData("2026-01-03", "土曜日", "土曜日")]
    [InlineData("2026-01-05", null, null)]
    [InlineData("2025-08-14", null, null)]
    [InlineData("2026-09-22", "国民の休日", "国民の休日")]
    [InlineData("2025-11-23", "日曜日", "日曜日")]
    [InlineData("2025-11-24", "振替休日", "振替休日")]
    public void ClosedBecause_OfficeAndBanks_DifferOnlyAtTheEndOfTheYear(string date, string? office, string? banks)
    {
        Assert.Equal(office, Office.ClosedBecause(Days.Of(date)));
        Assert.Equal(banks, Banks.ClosedBecause(Days.Of(date)));
    }

    [Theory]
    [InlineData("2024-01-03")]
    [InlineData("2025-01-03")]
    [InlineData("2028-01-03")]
    [InlineData("2029-01-03")]
    [InlineData("2030-01-03")]
    public void ClosedBecause_JanuaryTheThirdOnAWeekday_IsTheLastDayOfNewYear(string date)
    {
        Assert.Equal(("年末年始", "年末年始"), (Office.ClosedBecause(Days.Of(date)), Banks.ClosedBecause(Days.Of(date))));
        Assert.NotEqual("年末年始", Office.ClosedBecause(Days.Of(date).PlusDays(1)));
    }

    [Theory]
    [InlineData("2026-05-02", "2026-05-07")]
    [InlineData("2026-05-07", "2026-05-07")]
    [InlineData("2025-12-27", "2026-01-05")]
    public void OnOrAfter_AnyDay_MovesForwardToAnOpenOne(string date, string expected) =>
        Assert.Equal(Days.Of(expected), Office.OnOrAfter(Days.Of(date)));

    [Fact]
    public void ClosedDays_BetweenTwoDates_LeavesOutTheFirstAndHoldsTheLast() => Assert.Equal(
        [Days.Of("2025-05-25"), Days.Of("2025-05-31")],
        Office.ClosedDays(Days.Of("2025-05-24"), Days.Of("2025-05-31")));

    [Theory]
    [InlineData("2025-06-12", "2025-06-12")]
    [InlineData("2025-06-12", "2025-06-01")]
    public void BusinessDaysBetween_NotLater_IsZero(string from, string to) =>
        Assert.Equal(0, Office.BusinessDaysBetween(Days.Of(from), Days.Of(to)));

    [Fact]
    public void IsOpen_AYearOutsideTheTable_Throws()
    {
        Assert.Throws<YearNotCoveredException>(() => Office.IsOpen(new(2023, 12, 29)));
        Assert.Throws<YearNotCoveredException>(() => Office.AddBusinessDays(new(2030, 12, 27), 1));
    }
}
