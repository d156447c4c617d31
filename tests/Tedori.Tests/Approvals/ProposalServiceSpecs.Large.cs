using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Testing.Office;

namespace Tedori.Tests.Approvals;

/// <summary>Proposals of many actions.</summary>
public sealed partial class ProposalServiceSpecs
{
    [Fact]
    public async Task Proposal_Large_KeepsItsActionsInOrderAndDoesEach()
    {
        const int count = ProposalRules.MostActions;
        await Service.ProposeAsync("p1", Of(count), "誤送信のため", Ito);
        await Service.ApproveAsync("p1", Endo);

        Assert.Equal(Of(count), (await Service.FindAsync("p1"))?.Actions);
        await ActingOffice.RunAsync(Actions, "p1");

        Assert.Equal(Of(count), performer.Done);
        Assert.Equal(count, (await Service.FindAsync("p1"))?.Size);
        Assert.Equal(ProposalState.Done, (await Service.FindAsync("p1"))?.State);
    }

    [Fact]
    public async Task Proposal_LargeWithLongReasons_FitsIntoItsRows()
    {
        var reason = new string('長', 1000);
        var actions = Enumerable.Range(1, 600).Select(
            n => new ProposedAction.ExtendCase(new(TestOffice.First, n), Step.Claim, new(2026, 1, 9), reason)).ToList();

        await Service.ProposeAsync("p1", actions, "大雨のため", Ito);

        Assert.Equal(actions, (await Service.FindAsync("p1"))?.Actions);
    }
}
