using Microsoft.DurableTask;
using Moq;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>Activities run at least once: what they answer does not depend on how often.</summary>
public sealed class ActivitySpecs
{
    private static readonly TaskActivityContext Context = new Mock<TaskActivityContext>().Object;
    private readonly TestOffice office = new();

    [Fact]
    public async Task Advance_CaseWithADeadline_AnswersWithStepAndNextWake()
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        office.Clock.Reset(Tokyo.At("2025-06-05T09:00:00"));
        var expected = new Advanced(Step.CompanyRegistration, Tokyo.At("2025-06-10T09:00:00"), null);
        Assert.Equal(expected, await AdvanceAsync("r7-01-00001"));
        Assert.Equal(expected, await AdvanceAsync("r7-01-00001"));
        Assert.Equal(3, (await office.Cases.ReadAsync(Sample.CaseId))!.Events);
    }

    [Fact]
    public async Task Advance_AtTheEndOfTheSettlement_AnswersWithTheOutcome()
    {
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        var expected = new Advanced(Step.Closed, null, Outcome.Lapsed);
        Assert.Equal(expected, await AdvanceAsync("r7-01-00001"));
        Assert.Equal(expected, await AdvanceAsync("r7-01-00001"));
    }

    [Fact]
    public async Task Advance_CaseWithoutARecord_IsAnError() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => AdvanceAsync("r7-01-00001"));

    [Fact]
    public async Task PublishResults_PageByPage_AnswersWithTheNext()
    {
        await office.ReleaseAsync(1);
        var activity = new PublishResults(office.Publication);
        Assert.Equal(1, (await activity.RunAsync(Context, new("r7-01", 0))).Next);
        Assert.Null((await activity.RunAsync(Context, new("r7-01", 1))).Next);
        Assert.Null((await activity.RunAsync(Context, new("r7-01", 1))).Next);
    }

    [Fact]
    public async Task AdvanceRound_ByItsId_MovesThatRound() =>
        Assert.Equal(RoundPhase.Open, (await new AdvanceRound(office.Rounds).RunAsync(Context, "r7-01")).Phase);

    private Task<Advanced> AdvanceAsync(string id) =>
        new Advance(office.Cases, new EditionCatalog(Sample.R7), office.Clock).RunAsync(Context, id);
}
