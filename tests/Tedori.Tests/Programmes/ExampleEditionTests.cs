using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Programmes;

/// <summary>The example of 令和8年度: a file that could be served, whose dates say that they are assumed.</summary>
public sealed class ExampleEditionTests
{
    [Fact]
    public void Example_Dates_FollowTheTwoLawsOfTheCalendarWithoutException() =>
        Assert.All(Years.R8Reading.Warnings, w => Assert.StartsWith("contact.", w.Path, StringComparison.Ordinal));

    [Fact]
    public void Example_Dates_AreMarkedAsAssumed()
    {
        var rounds = Assert.Single(Years.R8.Assumptions, a => a.Path == "rounds");

        Assert.Equal("A", rounds.Source);
        Assert.Contains("14営業日後", rounds.Note, StringComparison.Ordinal);
        Assert.Contains("130日後", rounds.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Example_Year_BeginsWhileTheYearBeforeGoesOn()
    {
        Assert.Equal(("r8", 2026, "令和8年度"), (Years.R8.Id, Years.R8.FiscalYear, Years.R8.YearName));
        Assert.Equal(new LocalDate(2026, 5, 18), Years.R8.Round(1).EntryOpens);
        Assert.True(Sample.R7.LastDate > Years.R8.Round(1).EntryOpens);
    }

    [Fact]
    public void Example_Calendar_KnowsEveryYearItReaches() => Assert.All(
        Enumerable.Range(2026, Years.R8.LastDate.Year - 2026 + 2), y => Assert.Contains(y, Years.R8.Calendar.Years));

    [Fact]
    public void Example_IsNotServedByItself() =>
        Assert.DoesNotContain(EditionSet.Read(EditionReader.OfProduct).Editions, e => e.Id == "r8");
}
