using NodaTime.Testing;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Tests.Workflows;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Approvals;

public sealed class ProposalServiceSpecs
{
    private static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    private static readonly StaffMember Endo = new("endo", "遠藤", [StaffRole.Approver]);
    private static readonly StaffMember Ono = new("ono", "小野", [StaffRole.Approver]);
    private static readonly ProposedAction First = new ProposedAction.RevokeLinks(CaseId.Parse("r7-01-00001"), 1);
    private static readonly ProposedAction Second = new ProposedAction.RevokeLinks(CaseId.Parse("r7-01-00002"), 1);

    private readonly MemoryRecords records = new();
    private readonly CountingPerformer performer = new();

    private ProposalService Service => new(records, [performer], new FakeClock(NodaTime.Instant.FromUtc(2025, 6, 1, 0, 0)));

    [Fact]
    public async Task Proposal_Made_DoesNothingYet()
    {
        await Service.ProposeAsync("p1", [First], "誤送信のため", Ito);

        Assert.Empty(performer.Done);
        Assert.Equal(ProposalState.Open, (await Service.FindAsync("p1"))?.State);
    }

    [Fact]
    public async Task Approval_ByASecondPerson_DoesEveryActionOnce()
    {
        await Service.ProposeAsync("p1", [First, Second], "誤送信のため", Ito);
        var answer = await Service.ApproveAsync("p1", Endo);
        await Service.ApproveAsync("p1", Endo);

        Assert.Null(answer.Refusal);
        Assert.Equal([First, Second], performer.Done);
        Assert.Equal(ProposalState.Done, (await Service.FindAsync("p1"))?.State);
        Assert.Equal([1, 2], (await Service.VerdictsAsync("p1")).Select(v => v.Number));
    }

    [Fact]
    public async Task Approval_ByTheProposer_IsRefusedAndDoesNothing()
    {
        await Service.ProposeAsync("p1", [First], "誤送信のため", Endo);

        var answer = await Service.ApproveAsync("p1", Endo);

        Assert.Equal("secondPersonMissing", answer.Refusal?.Code);
        Assert.Empty(performer.Done);
    }

    [Fact]
    public async Task Approval_WithoutTheRole_IsRefused()
    {
        await Service.ProposeAsync("p1", [First], "誤送信のため", Endo);

        Assert.Equal("notApprover", (await Service.ApproveAsync("p1", Ito)).Refusal?.Code);
    }

    [Fact]
    public async Task Approval_AfterARejection_IsRefusedAndSaysWhoDecided()
    {
        await Service.ProposeAsync("p1", [First], "誤送信のため", Ito);
        await Service.RejectAsync("p1", Endo, "対象が違います");

        var answer = await Service.ApproveAsync("p1", Ono);

        Assert.Equal("alreadyDecided", answer.Refusal?.Code);
        Assert.Contains("遠藤", answer.Refusal?.Text, StringComparison.Ordinal);
        Assert.Empty(performer.Done);
    }

    [Fact]
    public async Task Bulk_InterruptedInTheMiddle_GoesOnWhereItStopped()
    {
        await Service.ProposeAsync("p1", [First, Second], "誤送信のため", Ito);
        performer.FailAfter = 1;
        await Assert.ThrowsAsync<IOException>(() => Service.ApproveAsync("p1", Endo));
        performer.FailAfter = null;

        await Service.ResumeAsync("p1");

        Assert.Equal([First, Second], performer.Done);
        Assert.Equal(ProposalState.Done, (await Service.FindAsync("p1"))?.State);
    }

    [Fact]
    public async Task Proposal_WithoutReason_IsRefused() =>
        Assert.Equal("reasonMissing", (await Service.ProposeAsync("p1", [First], " ", Ito)).Refusal?.Code);

    [Fact]
    public async Task Withdrawal_ByAnother_IsRefused()
    {
        await Service.ProposeAsync("p1", [First], "誤送信のため", Ito);

        Assert.Equal("notProposer", (await Service.WithdrawAsync("p1", Endo)).Refusal?.Code);
    }

    private sealed class CountingPerformer : IActionPerformer
    {
        public List<ProposedAction> Done { get; } = [];

        public int? FailAfter { get; set; }

        public bool Performs(ProposedAction action) => true;

        public Task<(string Effect, Refusal? Refusal)> PreviewAsync(
            ProposedAction action, CancellationToken cancellation) =>
            Task.FromResult<(string, Refusal?)>(("", null));

        public Task<(string Effect, Refusal? Refusal)> PerformAsync(
            ProposedAction action, Proposal proposal, CancellationToken cancellation)
        {
            if (Done.Count == FailAfter)
                throw new IOException("The store is away.");
            Done.Add(action);
            return Task.FromResult<(string, Refusal?)>(("done", null));
        }
    }
}
