using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class RoundExtensionSpecs
{
    private static readonly LocalDate Later = new(2025, 6, 27);
    private readonly TestOffice office = new();

    [Fact]
    public async Task Extend_RunningCases_MovesEachDeadlineOnce()
    {
        await PublishAsync(3);
        Assert.All(await ExtendAsync(), v => Assert.Null(v.Refusal));
        var events = (await office.Cases.ReadAsync(Sample.CaseId))!.Events;
        Assert.Equal(Later, CaseSchedule.Current(Sample.R7, await office.CaseAsync(1))!.Date);
        Assert.Equal(3, (await ExtendAsync()).Count);
        Assert.Equal(events, (await office.Cases.ReadAsync(Sample.CaseId))!.Events);
    }

    [Fact]
    public async Task Extend_CaseLapsedInThatStep_IsReinstated()
    {
        await PublishAsync(1);
        office.Clock.Reset(Tokyo.At("2025-06-24T09:00:00"));
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.PassTime(office.Now));
        Assert.Equal(Outcome.Lapsed, (await office.CaseAsync(1)).Outcome);
        Assert.Null(Assert.Single(await ExtendAsync()).Refusal);
        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Extend_CaseThatEndedOtherwise_IsLeftAlone()
    {
        await PublishAsync(2);
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.Decline(office.Now, "都合"));
        Assert.Equal(2, Assert.Single(await ExtendAsync()).CaseId.Serial);
        Assert.Equal(Outcome.Declined, (await office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Extend_OneTrackOnly_LeavesCasesWithoutThatTrackAlone()
    {
        await PublishAsync(1);
        Assert.Empty(await ExtendAsync(Track.Wage));
    }

    [Fact]
    public async Task Extend_ClosedDay_IsRefusedForEachCaseAndChangesNothing()
    {
        await PublishAsync(1);
        var verdicts = await office.Extension.ExtendAsync(
            TestOffice.First, 1, 10, Step.CompanyRegistration, new LocalDate(2025, 6, 28), null, "台風のため", Sample.Two);
        Assert.Equal("dateNotUsable", Assert.Single(verdicts).Refusal?.Code);
        Assert.Equal(new LocalDate(2025, 6, 12), CaseSchedule.Current(Sample.R7, await office.CaseAsync(1))!.Date);
    }

    private async Task PublishAsync(int entries)
    {
        await office.ReleaseAsync(entries);
        await office.PublishAsync();
    }

    private Task<IReadOnlyList<CaseVerdict>> ExtendAsync(Track? track = null) =>
        office.Extension.ExtendAsync(
            TestOffice.First, 1, 10, Step.CompanyRegistration, Later, track, "台風のため", Sample.Two);
}
