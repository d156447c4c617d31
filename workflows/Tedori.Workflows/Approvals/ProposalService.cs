using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// What needs two people: one proposes, another approves, and only then an orchestration does it, action by action with a
/// verdict each. Safe to repeat at every point.
/// </summary>
public sealed class ProposalService(
    ProposalRecords proposals, EditionCatalog editions, IEnumerable<IActionPreview> performers, IHints hints, IClock clock)
{
    /// <summary>The kind of work on many cases that an approved proposal is. Storage format.</summary>
    public const string Kind = "proposal";

    private static readonly Refusal KeyUsed = new("keyUsed",
        "この画面からは、すでに別の内容を起案しています。この内容はまだ起案していません。内容を確認して、もう一度起案してください。");

    /// <summary>
    /// Proposes; what the edition leaves to one person is approved with it. The same again is the same proposal; other
    /// content under its id is refused.
    /// </summary>
    public async Task<ProposalAnswer> ProposeAsync(
        string id, IReadOnlyList<ProposedAction> actions, string reason, StaffMember by,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var proposal = new Proposal(id, actions, reason, by.Id, by.Name, clock.GetCurrentInstant());
        if (ProposalRules.Check(proposal) is { } refusal)
            return new(null, refusal);
        if (!await proposals.AddAsync(proposal, cancellation))
            return new(null, KeyUsed);
        if (!actions.Any(AsksSecondPerson))
            await SettleAloneAsync(id, cancellation);
        return new(await FindAsync(id, cancellation), null);
    }

    /// <summary>Whether an action takes effect only when a second person approves it.</summary>
    public bool AsksSecondPerson(ProposedAction action)
    {
        var act = SignedActs.Of(action);
        return SignedActs.RoundOf(action) is { } round
            ? editions.Of(round).SecondPerson.Asks(act)
            : editions.All.Any(e => e.SecondPerson.Asks(act));
    }

    /// <summary>Approves, and has it done.</summary>
    public async Task<ProposalAnswer> ApproveAsync(string id, StaffMember by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await CheckApproverAsync(id, by, cancellation) is var (open, missing))
            return new(open, missing);
        var answer = await ChangeAsync(
            id, p => ProposalRules.Approve(p, by.Id, by.Name, by.Has(StaffRole.Approver), clock.GetCurrentInstant()),
            cancellation);
        if (answer is { Proposal.State: ProposalState.Approved, Refusal: null })
            await hints.BulkPendingAsync(new(Kind, id), cancellation);
        return answer;
    }

    /// <summary>Sends it back.</summary>
    public Task<ProposalAnswer> RejectAsync(
        string id, StaffMember by, string note, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(
            id, p => ProposalRules.Reject(p, by.Id, by.Name, by.Has(StaffRole.Approver), clock.GetCurrentInstant(),
                note), cancellation);
    }

    /// <summary>Takes it back.</summary>
    public Task<ProposalAnswer> WithdrawAsync(string id, StaffMember by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(id, p => ProposalRules.Withdraw(p, by.Id, by.Name, clock.GetCurrentInstant()), cancellation);
    }

    /// <summary>All proposals, by id; of a large one the first actions only.</summary>
    public IAsyncEnumerable<Proposal> AllAsync() => proposals.AllAsync();

    /// <summary>The proposal with all its actions, or null where there is none.</summary>
    public async Task<Proposal?> FindAsync(string id, CancellationToken cancellation = default) =>
        await proposals.ReadAsync(id, cancellation) is { } stored
            ? await proposals.WholeAsync(stored, cancellation)
            : null;

    /// <summary>The verdicts so far, by number of the action.</summary>
    public Task<IReadOnlyList<ActionVerdict>> VerdictsAsync(string id, CancellationToken cancellation = default) =>
        proposals.VerdictsAsync(id, cancellation);

    /// <summary>The verdicts so far of the parts of actions that reach many cases.</summary>
    public Task<IReadOnlyList<PartVerdict>> PartsAsync(string id, CancellationToken cancellation = default) =>
        proposals.PartsAsync(id, null, cancellation);

    private async Task<(Proposal, Refusal)?> CheckApproverAsync(
        string id, StaffMember by, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { State: ProposalState.Open } proposal || proposal.ProposedBy == by.Id)
            return null;
        foreach (var action in proposal.Actions)
        {
            if (performers.FirstOrDefault(p => p.Performs(action)) is { } performer
                && await performer.CheckApproverAsync(action, by.Id, cancellation) is { } missing)
                return (proposal, missing);
        }

        return null;
    }

    private async Task SettleAloneAsync(string id, CancellationToken cancellation)
    {
        var settled = await ChangeAsync(
            id, p => (ProposalRules.SettleAlone(p, clock.GetCurrentInstant()), null), cancellation);
        if (settled.Proposal is { State: ProposalState.Approved })
            await hints.BulkPendingAsync(new(Kind, id), cancellation);
    }

    private Task<ProposalAnswer> ChangeAsync(
        string id, Func<Proposal, (Proposal, Refusal?)> change, CancellationToken cancellation) =>
        proposals.ChangeAsync<ProposalAnswer>(
            id,
            before =>
            {
                if (before is null)
                    return new(null, new(null, new("noSuchProposal", "この起案はありません。一覧から選び直してください。")));
                var (after, refusal) = change(before);
                return refusal is null ? new(after, new(after, null)) : new(before, new(before, refusal));
            },
            cancellation);
}

/// <summary>A proposal after something was asked of it; of a large one the first actions only.</summary>
/// <param name="Proposal">As it stands, or null where there is none.</param>
/// <param name="Refusal">Why what was asked was not done, or null.</param>
public sealed record ProposalAnswer(Proposal? Proposal, Refusal? Refusal);
