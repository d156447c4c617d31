using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;

namespace Tedori.Tests.Calendar;

public sealed class NationalHolidaysTests
{
    private const string May2025ToMay2027 = """
        2025-05-03 憲法記念日, 2025-05-04 みどりの日, 2025-05-05 こどもの日, 2025-05-06 振替休日, 2025-07-21 海の日,
        2025-08-11 山の日, 2025-09-15 敬老の日, 2025-09-23 秋分の日, 2025-10-13 スポーツの日, 2025-11-03 文化の日,
        2025-11-23 勤労感謝の日, 2025-11-24 振替休日,
        2026-01-01 元日, 2026-01-12 成人の日, 2026-02-11 建国記念の日, 2026-02-23 天皇誕生日, 2026-03-20 春分の日,
        2026-04-29 昭和の日, 2026-05-03 憲法記念日, 2026-05-04 みどりの日, 2026-05-05 こどもの日, 2026-05-06 振替休日,
        2026-07-20 海の日, 2026-08-11 山の日, 2026-09-21 敬老の日, 2026-09-22 国民の休日, 2026-09-23 秋分の日,
        2026-10-12 スポーツの日, 2026-11-03 文化の日, 2026-11-23 勤労感謝の日,
        2027-01-01 元日, 2027-01-11 成人の日, 2027-02-11 建国記念の日, 2027-02-23 天皇誕生日, 2027-03-21 春分の日,
        2027-03-22 振替休日, 2027-04-29 昭和の日, 2027-05-03 憲法記念日, 2027-05-04 みどりの日, 2027-05-05 こどもの日
        """;

    [Fact]
    public void Of_TheYearsOfTheProgramme_AreTheHolidaysOfTheBrief()
    {
        var expected = May2025ToMay2027.Split(
            [',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var actual = Enumerable.Range(2025, 3)
            .SelectMany(NationalHolidays.Of)
            .Where(h => h.Key >= new LocalDate(2025, 5, 1) && h.Key <= new LocalDate(2027, 5, 31))
            .Select(h => $"{LocalDatePattern.Iso.Format(h.Key)} {h.Value}");

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(2024, "2024-02-12 2024-05-06 2024-08-12 2024-09-23 2024-11-04")]
    [InlineData(2025, "2025-02-24 2025-05-06 2025-11-24")]
    [InlineData(2026, "2026-05-06")]
    [InlineData(2027, "2027-03-22")]
    [InlineData(2028, "")]
    [InlineData(2029, "2029-02-12 2029-04-30 2029-09-24")]
    [InlineData(2030, "2030-05-06 2030-08-12 2030-11-04")]
    public void Of_HolidaysOnSundays_MoveToTheNextDayThatIsNone(int year, string substitutes) =>
        Assert.Equal(substitutes, Dates(year, "振替休日"));

    [Theory]
    [InlineData(2024, "")]
    [InlineData(2026, "2026-09-22")]
    [InlineData(2030, "")]
    public void Of_OneDayBetweenTwoHolidays_IsAHoliday(int year, string sandwiched) =>
        Assert.Equal(sandwiched, Dates(year, "国民の休日"));

    [Fact]
    public void Of_EveryYear_HasTheEquinoxesOfTheAstronomicalFormula()
    {
        foreach (var year in NationalHolidays.Years)
        {
            var past = year - 1980;
            var spring = (int)(20.8431 + (0.242194 * past)) - (past / 4);
            var autumn = (int)(23.2488 + (0.242194 * past)) - (past / 4);
            Assert.Equal("春分の日", NationalHolidays.Of(year)[new(year, 3, spring)]);
            Assert.Equal("秋分の日", NationalHolidays.Of(year)[new(year, 9, autumn)]);
        }
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2031)]
    public void Of_AYearOutsideTheTable_Throws(int year)
    {
        var thrown = Assert.Throws<YearNotCoveredException>(() => NationalHolidays.Of(year));

        Assert.Equal(year, thrown.Year);
        Assert.Contains("2024, 2025, 2026, 2027, 2028, 2029, 2030", thrown.Message, StringComparison.Ordinal);
    }

    private static string Dates(int year, string name) => string.Join(' ',
        NationalHolidays.Of(year).Where(h => h.Value == name).Select(h => LocalDatePattern.Iso.Format(h.Key)));
}
