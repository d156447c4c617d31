using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// What needs two people: one proposes, another approves, and only then it is done, action by action with a verdict
/// each, so that a bulk that was interrupted is gone on with. Safe to repeat at every point.
/// </summary>
public sealed class ProposalService(IRecords records, IEnumerable<IActionPerformer> performers, IClock clock)
{
    private const string Partition = "proposals";

    /// <summary>Proposes. The same id again is the same proposal.</summary>
    public async Task<ProposalAnswer> ProposeAsync(
        string id, IReadOnlyList<ProposedAction> actions, string reason, StaffMember by,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var proposal = new Proposal(id, actions, reason, by.Id, by.Name, clock.GetCurrentInstant());
        if (ProposalRules.Check(proposal) is { } refusal)
            return new(null, refusal);
        // A conflict means that the request was sent twice.
        await records.CommitAsync(
            RecordSet.Office, Partition, [new Write.Insert(id, TedoriJson.Write(proposal))], cancellation);
        return new((await ReadAsync(id, cancellation)).Body, null);
    }

    /// <summary>Approves and does it.</summary>
    public async Task<ProposalAnswer> ApproveAsync(string id, StaffMember by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var answer = await ChangeAsync(
            id, p => ProposalRules.Approve(p, by.Id, by.Name, by.Has(StaffRole.Approver), clock.GetCurrentInstant()),
            cancellation);
        return answer is { Proposal: { State: ProposalState.Approved } approved, Refusal: null }
            ? new(await PerformAsync(approved, cancellation), null)
            : answer;
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

    /// <summary>Goes on with an approved proposal whose actions were interrupted. A no-op for any other.</summary>
    public async Task ResumeAsync(string id, CancellationToken cancellation = default)
    {
        if ((await ReadAsync(id, cancellation)).Body is { State: ProposalState.Approved } approved)
            await PerformAsync(approved, cancellation);
    }

    /// <summary>All proposals, by id.</summary>
    public async IAsyncEnumerable<Proposal> AllAsync()
    {
        await foreach (var row in records.ScanAsync(RecordSet.Office, Partition))
            yield return row.Read<Proposal>();
    }

    /// <summary>The proposal, or null where there is none.</summary>
    public async Task<Proposal?> FindAsync(string id, CancellationToken cancellation = default) =>
        (await ReadAsync(id, cancellation)).Body;

    /// <summary>The verdicts so far, by number of the action.</summary>
    public async Task<IReadOnlyList<ActionVerdict>> VerdictsAsync(string id, CancellationToken cancellation = default)
    {
        var verdicts = new List<ActionVerdict>();
        await foreach (var row in records.ScanAsync(RecordSet.Office, VerdictsOf(id), cancellation: cancellation))
            verdicts.Add(row.Read<ActionVerdict>());
        return verdicts;
    }

    /// <summary>What each action would do now; changes nothing.</summary>
    public async Task<IReadOnlyList<(ProposedAction Action, string Effect, Refusal? Refusal)>> PreviewAsync(
        IReadOnlyList<ProposedAction> actions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var previews = new List<(ProposedAction, string, Refusal?)>();
        foreach (var action in actions)
        {
            var (effect, refusal) = await PerformerOf(action).PreviewAsync(action, cancellation);
            previews.Add((action, effect, refusal));
        }

        return previews;
    }

    private static string VerdictsOf(string id) => $"verdicts-{id}";

    private static string KeyOf(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    private Task<(Proposal? Body, string? Version)> ReadAsync(string id, CancellationToken cancellation) =>
        records.ReadAsync<Proposal>(RecordSet.Office, Partition, id, cancellation);

    private async Task<Proposal> PerformAsync(Proposal proposal, CancellationToken cancellation)
    {
        var done = (await VerdictsAsync(proposal.Id, cancellation)).Select(v => v.Number).ToHashSet();
        for (var number = 1; number <= proposal.Actions.Count; number++)
        {
            if (!done.Contains(number))
                await PerformAsync(proposal, number, cancellation);
        }

        var answer = await ChangeAsync(proposal.Id, p => (p with { State = ProposalState.Done }, null), cancellation);
        return answer.Proposal!;
    }

    private async Task PerformAsync(Proposal proposal, int number, CancellationToken cancellation)
    {
        var action = proposal.Actions[number - 1];
        var (effect, refusal) = await PerformerOf(action).PerformAsync(action, proposal, cancellation);
        var verdict = new ActionVerdict(number, clock.GetCurrentInstant(), refusal, effect);
        // A conflict means that another run did it meanwhile.
        var write = new Write.Insert(KeyOf(number), TedoriJson.Write(verdict));
        await records.CommitAsync(RecordSet.Office, VerdictsOf(proposal.Id), [write], cancellation);
    }

    private IActionPerformer PerformerOf(ProposedAction action) =>
        performers.SingleOrDefault(p => p.Performs(action))
        ?? throw new InvalidOperationException($"Nobody performs {action.GetType().Name}.");

    private async Task<ProposalAnswer> ChangeAsync(
        string id, Func<Proposal, (Proposal, Refusal?)> change, CancellationToken cancellation) =>
        await RecordsExtensions.UntilCommittedAsync(async () =>
        {
            var (before, version) = await ReadAsync(id, cancellation);
            if (before is null)
                return new ProposalAnswer(null, new("noSuchProposal", "この起案はありません。一覧から選び直してください。"));
            var (after, refusal) = change(before);
            if (refusal is not null || after == before)
                return new(before, refusal);
            var write = RecordsExtensions.Put(id, after, version);
            var outcome = await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation);
            return outcome.Succeeded ? new(after, null) : null;
        });
}

/// <summary>A proposal after something was asked of it.</summary>
/// <param name="Proposal">As it stands, or null where there is none.</param>
/// <param name="Refusal">Why what was asked was not done, or null.</param>
public sealed record ProposalAnswer(Proposal? Proposal, Refusal? Refusal);
