using Tedori.Programme.Approvals;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Office;

public sealed class ClosedDaysSpecs
{
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Change_Approved_CountsInEveryDeadlineOfThisProcess()
    {
        await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁"));

        var calendar = office.Editions.Of(TestOffice.First).Calendar;
        Assert.Equal("臨時閉庁", calendar.ClosedBecause(Tokyo.Day("2025-06-04")));
        Assert.Equal(Tokyo.Day("2025-06-05"), calendar.AddBusinessDays(Tokyo.Day("2025-06-03"), 1));
    }

    [Fact]
    public async Task Change_ReadByAnotherProcess_HoldsThereToo()
    {
        var elsewhere = new EditionCatalog(Sample.R7);
        await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁"));

        await new ClosedDays(office.Office.Records, elsewhere).ApplyAsync();

        Assert.False(elsewhere.Of(TestOffice.First).Calendar.IsOpen(Tokyo.Day("2025-06-04")));
    }

    [Fact]
    public async Task Change_OfAHolidayToAnOpenDay_OpensIt()
    {
        await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-07-21"), false, "開庁"));

        Assert.True(office.Editions.Of(TestOffice.First).Calendar.IsOpen(Tokyo.Day("2025-07-21")));
    }

    [Fact]
    public async Task Change_OfTheSameDateAgain_ReplacesTheFirst()
    {
        await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁"));
        await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), false, "取りやめ"));

        Assert.False(Assert.Single(await office.ClosedDays.AllAsync()).Closed);
        Assert.True(office.Editions.Of(TestOffice.First).Calendar.IsOpen(Tokyo.Day("2025-06-04")));
    }

    [Fact]
    public async Task Change_Approved_WakesRunningCases()
    {
        await office.WithWinnersAsync(1);
        office.Office.Log.Clear();

        await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁"));

        Assert.Contains("hint changed r7-01-00001", office.Office.Log);
    }

    [Fact]
    public async Task Change_InAYearWithoutTable_IsRefused()
    {
        var verdict = Assert.Single(
            await office.DecideAsync(new ProposedAction.ChangeClosedDay(Tokyo.Day("2099-06-04"), true, "臨時閉庁")));

        Assert.Equal("yearNotCovered", verdict.Refusal?.Code);
        Assert.Empty(await office.ClosedDays.AllAsync());
    }
}
