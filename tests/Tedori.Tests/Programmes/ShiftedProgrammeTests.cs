using NodaTime;
using Tedori.Local.Programmes;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Tests.Programmes;

/// <summary>Whatever the day, there is a programme whose first round is open on it.</summary>
public sealed class ShiftedProgrammeTests
{
    [Fact]
    public void OpenOn_EveryDayOfThreeYears_IsAValidProgrammeThatTakesEntriesAtNoon()
    {
        for (var today = new LocalDate(2025, 1, 1); today.Year < 2028; today = today.PlusDays(1))
        {
            var edition = Read(today);
            var window = EntryWindow.Of(edition, edition.Round(1));
            Assert.Null(window.Refuse(JapanTime.At(today, LocalTime.Noon), 1));
            Assert.All(edition.Rounds, r => Assert.True(edition.Calendar.IsOpen(r.EntryCloses)));
        }
    }

    [Fact]
    public void OpenOn_ADay_KeepsTheRulesAndChangesIdYearAndDates()
    {
        var edition = Read(new(2026, 11, 28));

        Assert.Equal(("t8", 2026, 10), (edition.Id, edition.FiscalYear, edition.Rounds.Count));
        Assert.Equal("令和8年度 手取り時間創出・魅力ある職場づくり推進奨励金(開発用)", edition.Name);
        Assert.Equal(
            (new LocalDate(2026, 11, 27), new LocalDate(2026, 12, 1)),
            (edition.Round(1).EntryOpens, edition.Round(1).EntryCloses));
        Assert.Equal(EditionReader.R7().Items.Select(i => i.Name), edition.Items.Select(i => i.Name));
    }

    // The law's table of holidays has to go on by then.
    [Fact]
    public void OpenOn_ADayWhoseYearsHaveNoHolidays_IsRefused() =>
        Assert.Equal(2031, Assert.Throws<YearNotCoveredException>(() => ShiftedProgramme.OpenOn(new(2028, 1, 4))).Year);

    private static Edition Read(LocalDate today) => EditionReader.Read(ShiftedProgramme.OpenOn(today)).Match(
        valid => valid.Edition,
        invalid => throw new InvalidOperationException($"{today}: {string.Join(" | ", invalid.Faults)}"));
}
