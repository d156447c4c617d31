using NodaTime;
using NodaTime.Testing;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Approvals;

public sealed partial class ProposalServiceSpecs
{
    private static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    private static readonly StaffMember Endo = new("endo", "遠藤", [StaffRole.Approver]);
    private static readonly StaffMember Ono = new("ono", "小野", [StaffRole.Approver]);
    private static readonly Instant Now = Instant.FromUtc(2025, 6, 1, 0, 0);

    private readonly MemoryRecords records = new();
    private readonly RecordingHints hints = new([]);
    private readonly CountingPerformer performer = new();

    private ProposalService Service => new(new(records), new(Sample.R7), [performer], hints, new FakeClock(Now));

    private ProposalActions Actions => new(new(records), [performer], new FakeClock(Now));

    [Fact]
    public async Task Proposal_Made_DoesNothingYet()
    {
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Ito);

        await ActingOffice.RunAsync(Actions, "p1");

        Assert.Empty(performer.Done);
        Assert.Empty(hints.Given);
        Assert.Equal(ProposalState.Open, (await Service.FindAsync("p1"))?.State);
    }

    [Fact]
    public async Task Approval_ByASecondPerson_IsHintedAtAndDoesNothingItself()
    {
        await Service.ProposeAsync("p1", Of(2), "誤送信のため", Ito);

        var answer = await Service.ApproveAsync("p1", Endo);

        Assert.Null(answer.Refusal);
        Assert.Equal(["bulk proposal-p1"], hints.Given);
        Assert.Empty(performer.Done);
        Assert.Empty(await Service.VerdictsAsync("p1"));
        Assert.Equal(ProposalState.Approved, (await Service.FindAsync("p1"))?.State);
    }

    [Fact]
    public async Task Approval_ByASecondPerson_LeadsToEveryActionOnce()
    {
        await Service.ProposeAsync("p1", Of(2), "誤送信のため", Ito);
        await Service.ApproveAsync("p1", Endo);
        await Service.ApproveAsync("p1", Endo);
        await ActingOffice.RunAsync(Actions, "p1");
        await Service.ApproveAsync("p1", Endo);
        await ActingOffice.RunAsync(Actions, "p1");

        Assert.Equal(Of(2), performer.Done);
        Assert.Equal(ProposalState.Done, (await Service.FindAsync("p1"))?.State);
        Assert.Equal([1, 2], (await Service.VerdictsAsync("p1")).Select(v => v.Number));
        Assert.Empty(await UnfinishedAsync());
    }

    [Fact]
    public async Task Approval_WhoseHintIsLost_IsFoundUnfinished()
    {
        hints.Losing = true;
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Ito);
        await Service.ProposeAsync("p2", Of(1), "誤送信のため", Ito);
        await Service.ApproveAsync("p1", Endo);

        Assert.Equal(["proposal-p1"], await UnfinishedAsync());
    }

    [Fact]
    public async Task Approval_ByTheProposer_IsRefusedAndDoesNothing()
    {
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Endo);

        var answer = await Service.ApproveAsync("p1", Endo);

        Assert.Equal("secondPersonMissing", answer.Refusal?.Code);
        Assert.Empty(hints.Given);
    }

    [Fact]
    public async Task Approval_WithoutTheRole_IsRefused()
    {
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Endo);

        Assert.Equal("notApprover", (await Service.ApproveAsync("p1", Ito)).Refusal?.Code);
    }

    [Fact]
    public async Task Approval_AfterARejection_IsRefusedAndSaysWhoDecided()
    {
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Ito);
        await Service.RejectAsync("p1", Endo, "対象が違います");

        var answer = await Service.ApproveAsync("p1", Ono);
        await ActingOffice.RunAsync(Actions, "p1");

        Assert.Equal("alreadyDecided", answer.Refusal?.Code);
        Assert.Contains("遠藤", answer.Refusal?.Text, StringComparison.Ordinal);
        Assert.Empty(performer.Done);
    }

    [Fact]
    public async Task Rejection_AfterAllWasDone_IsRefusedAndNamesWhatThePersonDecided()
    {
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Ito);
        await Service.ApproveAsync("p1", Endo);
        await ActingOffice.RunAsync(Actions, "p1");

        var answer = await Service.RejectAsync("p1", Ono, "対象が違います");

        Assert.Equal("alreadyDecided", answer.Refusal?.Code);
        Assert.Contains("遠藤が「承認済み」にし、処理も終わっています", answer.Refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulk_InterruptedInTheMiddle_GoesOnWhereItStopped()
    {
        await Service.ProposeAsync("p1", Of(2), "誤送信のため", Ito);
        await Service.ApproveAsync("p1", Endo);
        performer.FailAfter = 1;
        await Assert.ThrowsAsync<IOException>(() => ActingOffice.RunAsync(Actions, "p1"));
        Assert.Equal((1, 2), await Actions.CountAsync((await Service.FindAsync("p1"))!));
        performer.FailAfter = null;

        await ActingOffice.RunAsync(Actions, "p1");

        Assert.Equal(Of(2), performer.Done);
        Assert.Equal(ProposalState.Done, (await Service.FindAsync("p1"))?.State);
    }

    [Fact]
    public async Task Item_DoneBefore_IsNotDoneAgain()
    {
        await Service.ProposeAsync("p1", Of(2), "誤送信のため", Ito);
        await Service.ApproveAsync("p1", Endo);

        await Actions.PerformAsync("p1", "0002");
        await Actions.PerformAsync("p1", "0002");

        Assert.Equal(Of(2).Skip(1), performer.Done);
    }

    [Fact]
    public async Task Proposal_SentTwiceUnderOneKey_IsTheSame()
    {
        await Service.ProposeAsync("p1", Of(30), "誤送信のため", Ito);
        var again = await Service.ProposeAsync("p1", Of(30), "誤送信のため", Ito);

        Assert.Null(again.Refusal);
        Assert.Equal(Of(30), again.Proposal?.Actions);
    }

    [Fact]
    public async Task Proposal_OtherContentUnderOneKey_IsRefusedAndTheFirstStays()
    {
        await Service.ProposeAsync("p1", Of(30), "誤送信のため", Ito);
        ProposalAnswer[] others =
        [
            await Service.ProposeAsync("p1", [.. Of(30).Reverse()], "誤送信のため", Ito),
            await Service.ProposeAsync("p1", Of(5), "誤送信のため", Ito),
            await Service.ProposeAsync("p1", Of(30), "別の理由", Ito),
        ];

        Assert.All(others, o => Assert.Equal("keyUsed", o.Refusal?.Code));
        Assert.Equal(Of(30), (await Service.FindAsync("p1"))?.Actions);
    }

    [Fact]
    public async Task Proposal_StoredWithAllItsActionsInOneRow_IsReadAndDone()
    {
        var old = new Proposal("p1", Of(30), "試験", "ito", "伊藤", Now, ProposalState.Approved, "endo", "遠藤", Now);
        await records.CommitAsync(RecordSet.Office, "proposals", [new Write.Insert("p1", TedoriJson.Write(old))]);

        await ActingOffice.RunAsync(Actions, "p1");

        Assert.Equal(Of(30), performer.Done);
        Assert.Equal(ProposalState.Done, (await Service.FindAsync("p1"))?.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ProposalRules.MostActions + 1)]
    public async Task Proposal_OfNoneOrTooMany_IsRefused(int count)
    {
        var refusal = (await Service.ProposeAsync("p1", Of(count), "誤送信のため", Ito)).Refusal;

        Assert.Equal(("proposalSize", "対象は1件以上2,000件以下にしてください。"), (refusal?.Code, refusal?.Text));
        Assert.Null(await Service.FindAsync("p1"));
    }

    [Fact]
    public async Task Proposal_WithoutReason_IsRefused() =>
        Assert.Equal("reasonMissing", (await Service.ProposeAsync("p1", Of(1), " ", Ito)).Refusal?.Code);

    [Fact]
    public async Task Withdrawal_ByAnother_IsRefused()
    {
        await Service.ProposeAsync("p1", Of(1), "誤送信のため", Ito);

        Assert.Equal("notProposer", (await Service.WithdrawAsync("p1", Endo)).Refusal?.Code);
    }

    private static IReadOnlyList<ProposedAction> Of(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new ProposedAction.RevokeLinks(new(TestOffice.First, n), 1))];

    private async Task<IReadOnlyList<string>> UnfinishedAsync()
    {
        var found = new List<string>();
        await foreach (var (bulk, _) in new ProposalRecords(records).UnfinishedAsync())
            found.Add(bulk.ToString());
        return found;
    }
}
