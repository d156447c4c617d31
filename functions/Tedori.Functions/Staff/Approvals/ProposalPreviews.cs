using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Signing;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>
/// Shows what proposed actions would do, and the letter that a single decision would send. Changes nothing.
/// </summary>
public sealed class ProposalPreviews(ProposalActions proposed, CaseCommandHandler cases, EditionCatalog editions)
{
    /// <summary>One row for each action.</summary>
    public async Task<IReadOnlyList<ActionRow>> RowsAsync(
        IReadOnlyList<ProposedAction> actions, CancellationToken cancellation)
    {
        var previews = await proposed.PreviewAsync(actions, cancellation);
        return [.. previews.Select((p, i) => new ActionRow(i + 1, p.Action, p.Effect, p.Refusal))];
    }

    /// <summary>
    /// The letter of a decision, with its number still to be given, or null where no letter follows from one action.
    /// </summary>
    public async Task<Notice?> LetterAsync(
        IReadOnlyList<ProposedAction> actions, Instant now, CancellationToken cancellation)
    {
        if (actions is not [var action] || CommandOf(action, now) is not var (id, command)
            || await cases.ReadAsync(id, cancellation) is not { } snapshot
            || CaseDecider.Decide(
                editions.Of(id), snapshot.State, command) is not Decision.Accepted { Events: [var e] })
            return null;
        var after = CaseEvolution.Evolve(snapshot.State, e);
        return NoticeComposer.Compose(editions.Of(id), after, e, snapshot.Events + 1);
    }

    private (CaseId Id, CaseCommand Command)? CommandOf(ProposedAction action, Instant now) => action switch
    {
        ProposedAction.PassEligibility a =>
            (a.Case, new CaseCommand.PassEligibility(now, Signatures.ToCome, a.Open)),
        ProposedAction.FailEligibility a => (a.Case, new CaseCommand.FailEligibility(
            now, a.Reason, NumberOf(a.Case, now), Signatures.ToCome)),
        ProposedAction.GrantClaim a =>
            (a.Case, new CaseCommand.GrantClaim(
                now, a.Items, a.Persons, NumberOf(a.Case, now), a.Refused, Signatures.ToCome, a.Findings)),
        ProposedAction.RefuseClaim a => (a.Case, new CaseCommand.RefuseClaim(
            now, a.Reason, NumberOf(a.Case, now), Signatures.ToCome)),
        _ => null,
    };

    private string NumberOf(CaseId id, Instant now) =>
        $"{DocumentNumber.FiscalYearOf(now) - 2018}{editions.Of(id).DocumentPrefix}第(承認時に採番)号";
}
