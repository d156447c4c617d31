using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Grants;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>What is decided about one case: failing, granting, refusing, extending, paying.</summary>
public sealed class CaseActions(
    IRecords records, CaseCommandHandler cases, EditionCatalog editions, DocumentNumbers documents, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.FailEligibility or ProposedAction.GrantClaim
        or ProposedAction.RefuseClaim or ProposedAction.ExtendCase or ProposedAction.ReleasePayment;

    /// <inheritdoc/>
    public Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default) => PreviewAsync(action, null, cancellation);

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var (id, command) = CommandOf(action, proposal.Signed, proposal.ProposedAt);
        // A refused decision uses no number up.
        if ((await PreviewAsync(action, proposal.ProposedAt, cancellation)).Refusal is { } refusal)
            return ("", refusal);
        command = await NumberedAsync(id, command, cancellation);
        // The case is over, and its notice of the payment has still to leave.
        if (action is ProposedAction.ReleasePayment)
            await InSight.KeepAsync(records, id, cancellation);
        return await cases.HandleAsync(id, command, cancellation) switch
        {
            CaseAnswer.Accepted => (EffectOf(action), null),
            CaseAnswer.Refused late => ("", late.Refusal),
            CaseAnswer.NotFound => ("", NoSuchCase(id)),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default)
    {
        var (id, command) = CommandOf(action, Signatures.ToCome, proposedAt: null);
        return AsyncEnumerable.Repeat(new AskedOfCase(id, WithNumberToCome(id, command)), 1);
    }

    private async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, Instant? proposedAt, CancellationToken cancellation)
    {
        var (id, command) = CommandOf(action, Signatures.ToCome, proposedAt);
        if (await cases.ReadAsync(id, cancellation) is not { } snapshot)
            return ("", NoSuchCase(id));
        return CaseDecider.Decide(editions.Of(id), snapshot.State, command) switch
        {
            Decision.Refused refused => ("", refused.Refusal),
            Decision.Accepted { Events.Count: 0 } => ("既に行われています。何も変わりません。", null),
            Decision.Accepted => (EffectOf(action) + OldDate(action, snapshot.State), null),
            var other => throw new InvalidOperationException($"Unknown decision {other.GetType().Name}."),
        };
    }

    // The number is given when the decision is approved, and stays with it when the approval is repeated.
    private async Task<CaseCommand> NumberedAsync(CaseId id, CaseCommand command,
        CancellationToken cancellation) => command switch
        {
            CaseCommand.FailEligibility c =>
                c with { Document = await NumberAsync(id, "failEligibility", cancellation) },
            CaseCommand.GrantClaim c => c with { Document = await NumberAsync(id, "grant", cancellation) },
            CaseCommand.RefuseClaim c => c with { Document = await NumberAsync(id, "refuse", cancellation) },
            _ => command,
        };

    // Only what is approved gets a number.
    private CaseCommand WithNumberToCome(CaseId id, CaseCommand command)
    {
        var number = $"{DocumentNumber.FiscalYearOf(command.At) - 2018}{editions.Of(id).DocumentPrefix}第(承認時に採番)号";
        return command switch
        {
            CaseCommand.FailEligibility c => c with { Document = number },
            CaseCommand.GrantClaim c => c with { Document = number },
            CaseCommand.RefuseClaim c => c with { Document = number },
            _ => command,
        };
    }

    private async Task<string> NumberAsync(CaseId id, string decision, CancellationToken cancellation) =>
        (await documents.AssignAsync(id, decision, cancellation)).ToString();

    private (CaseId Id, CaseCommand Command) CommandOf(
        ProposedAction action, Signatures signed, Instant? proposedAt)
    {
        var now = clock.GetCurrentInstant();
        return action switch
        {
            ProposedAction.FailEligibility a =>
                (a.Case, new CaseCommand.FailEligibility(now, a.Reason, Signed: signed, ProposedAt: proposedAt)),
            ProposedAction.GrantClaim a =>
                (a.Case, new CaseCommand.GrantClaim(
                    now, a.Items, a.Persons, Refused: a.Refused, Signed: signed, Findings: a.Findings,
                    ProposedAt: proposedAt)),
            ProposedAction.RefuseClaim a =>
                (a.Case, new CaseCommand.RefuseClaim(now, a.Reason, Signed: signed, ProposedAt: proposedAt)),
            ProposedAction.ExtendCase a =>
                (a.Case, new CaseCommand.ExtendCutoff(now, a.Step, a.Date, a.Reason, signed.Approver.Name, signed)),
            ProposedAction.ReleasePayment a => (a.Case, new CaseCommand.ReleasePayment(now, signed)),
            _ => throw new ArgumentException($"{action.GetType().Name} is not about one case.", nameof(action)),
        };
    }

    private string EffectOf(ProposedAction action) => action switch
    {
        ProposedAction.FailEligibility a => $"{a.Case}を不通過とし、企業に通知します。理由: {a.Reason}",
        ProposedAction.GrantClaim a =>
            $"{a.Case}に{GrantCalculation.Yen(GrantCalculation.Of(editions.Of(a.Case), a.Items, a.Persons).Yen)}"
                + "の支給を決定し、企業に通知します。" + Answered(a),
        ProposedAction.RefuseClaim a => $"{a.Case}を不支給とし、企業に通知します。理由: {a.Reason}",
        ProposedAction.ExtendCase a =>
            $"{a.Case}の「{CaseLabels.Of(a.Step)}」の期限を{JapaneseDate.Full(a.Date)}に延長し、企業に通知します。",
        ProposedAction.ReleasePayment a => $"{a.Case}の奨励金の支払を承認します。",
        _ => throw new ArgumentException($"{action.GetType().Name} is not about one case.", nameof(action)),
    };

    // Whoever approves reads why an item is paid that something is found against.
    private string Answered(ProposedAction.GrantClaim action) => action.Findings is { Count: > 0 } findings
        ? "指摘のある項目を承認する理由: " + string.Join(
            "、", findings.Select(f => $"{editions.Of(action.Case).FindItem(f.Item)?.Label}「{f.Reason}」"))
        : "";

    private string OldDate(ProposedAction action, CaseState state) => action is ProposedAction.ExtendCase a
        && (state.Correction is { } c && c.Review == a.Step
            ? c.Due
            : CaseSchedule.DateOf(editions.Of(a.Case), state, a.Step)) is { } old
            ? $"今の期限は{JapaneseDate.Full(old)}です。"
            : "";

    internal static Refusal NoSuchCase(CaseId id) => new("noSuchCase", $"受付番号{id}の申請はありません。番号を確認してください。");
}
