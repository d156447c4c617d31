using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Does the actions of approved proposals, each with a verdict, so that what was interrupted is gone on with. Items are
/// the actions by their numbers; an action that reaches many cases has an item for each of its parts.
/// </summary>
public sealed class ProposalActions(ProposalRecords proposals, IEnumerable<IActionPreview> performers, IClock clock)
    : IBulkWork
{
    /// <inheritdoc/>
    public string Kind => ProposalService.Kind;

    /// <inheritdoc/>
    public async Task<OpenItems> FindAsync(
        string id, string after, int most, CancellationToken cancellation = default)
    {
        if (await ApprovedAsync(id, cancellation) is not { } stored)
            return OpenItems.None;
        var proposal = await proposals.WholeAsync(stored, cancellation);
        var done = (await proposals.VerdictsAsync(id, cancellation)).Select(v => v.Number).ToHashSet();
        var open = new List<string>();
        for (var number = 1; number <= proposal.Actions.Count; number++)
        {
            if (!done.Contains(number))
                open.AddRange(await OpenAsync(proposal, number, cancellation));
        }

        if (open.Count == 0)
            await FinishAsync(id, cancellation);
        return OpenItems.Next(open, after, most);
    }

    /// <inheritdoc/>
    public async Task PerformAsync(string id, string item, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        var (number, part) = Parse(item);
        if (await ApprovedAsync(id, cancellation) is not { } stored
            || await proposals.HasAsync(id, number, part, cancellation))
            return;
        var action = await proposals.ActionAsync(stored, number, cancellation);
        if (part is { } p)
        {
            var performer = (IPartPerformer)PerformerOf(action);
            await proposals.KeepAsync(
                id, await performer.PerformAsync(action, stored, number, p, cancellation), cancellation);
            return;
        }

        var (effect, refusal) = await ((IActionPerformer)PerformerOf(action)).PerformAsync(action, stored, cancellation);
        await KeepAsync(id, number, effect, refusal, cancellation);
    }

    /// <summary>How many items of an approved proposal have their verdict, and how many there are. Changes nothing.</summary>
    public async Task<(int Done, int Total)> CountAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var done = (await proposals.VerdictsAsync(proposal.Id, cancellation)).Select(v => v.Number).ToHashSet();
        var count = (Done: done.Count, Total: proposal.Actions.Count);
        foreach (var (index, action) in proposal.Actions.Index())
        {
            if (done.Contains(index + 1) || PerformerOf(action) is not IPartPerformer performer)
                continue;
            var parts = await proposals.PartsAsync(proposal.Id, index + 1, cancellation);
            count.Done += parts.Count;
            count.Total += await performer.PartsAsync(action, parts, cancellation);
        }

        return count;
    }

    /// <summary>What each action would do now, looked at a few at a time; changes nothing.</summary>
    public async Task<IReadOnlyList<(ProposedAction Action, string Effect, Refusal? Refusal)>> PreviewAsync(
        IReadOnlyList<ProposedAction> actions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var previews = new List<(ProposedAction, string, Refusal?)>(actions.Count);
        foreach (var some in actions.Chunk(FanOut.AtOnce))
        {
            var seen = await Task.WhenAll(some.Select(a => PerformerOf(a).PreviewAsync(a, cancellation)));
            previews.AddRange(some.Zip(seen, (a, p) => (a, p.Effect, p.Refusal)));
        }

        return previews;
    }

    /// <summary>What actions would ask of which cases now; changes nothing.</summary>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        IReadOnlyList<ProposedAction> actions, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actions);
        foreach (var action in actions)
        {
            await foreach (var asked in PerformerOf(action).AsksAsync(action, cancellation))
                yield return asked;
        }
    }

    /// <summary>Of how many cases at most actions would ask something; no case is read for it.</summary>
    public async Task<int> MostAskedAsync(IReadOnlyList<ProposedAction> actions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var most = 0;
        foreach (var action in actions)
            most += await PerformerOf(action).MostAskedAsync(action, cancellation);
        return most;
    }

    private async Task<Proposal?> ApprovedAsync(string id, CancellationToken cancellation) =>
        await proposals.ReadAsync(id, cancellation) is { State: ProposalState.Approved } stored ? stored : null;

    private async Task<IEnumerable<string>> OpenAsync(Proposal proposal, int number, CancellationToken cancellation)
    {
        var action = proposal.Actions[number - 1];
        if (PerformerOf(action) is not IPartPerformer performer)
            return [ProposalRecords.KeyOf(number)];
        var done = await proposals.PartsAsync(proposal.Id, number, cancellation);
        var ended = done.Select(d => d.Part).ToHashSet();
        var parts = await performer.PartsAsync(action, done, cancellation);
        var open = Enumerable.Range(1, parts).Where(p => !ended.Contains(p)).ToList();
        if (open.Count == 0)
        {
            var (effect, refusal) = performer.Sum(action, done);
            await KeepAsync(proposal.Id, number, effect, refusal, cancellation);
        }

        return open.Select(p => ProposalRecords.KeyOf(number, p));
    }

    private Task KeepAsync(string id, int number, string effect, Refusal? refusal, CancellationToken cancellation) =>
        proposals.KeepAsync(id, new ActionVerdict(number, clock.GetCurrentInstant(), refusal, effect), cancellation);

    private Task<Proposal> FinishAsync(string id, CancellationToken cancellation) =>
        proposals.ChangeAsync<Proposal>(
            id,
            stored =>
            {
                var done = stored! with { State = ProposalState.Done };
                return new(done, done);
            },
            cancellation);

    private IActionPreview PerformerOf(ProposedAction action) =>
        performers.SingleOrDefault(p => p.Performs(action))
        ?? throw new InvalidOperationException($"Nobody performs {action.GetType().Name}.");

    private static (int Number, int? Part) Parse(string item)
    {
        var dot = item.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (Number(item), null) : (Number(item[..dot]), Number(item[(dot + 1)..]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
