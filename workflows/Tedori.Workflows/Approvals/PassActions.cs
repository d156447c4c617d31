using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Signing;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Passes an eligibility review (通過決定), where its checklist is complete or each open line has its reason and the scanner
/// has told what it found.
/// </summary>
public sealed class PassActions(
    CaseCommandHandler cases, CaseFileReader files, EditionCatalog editions, VirusScanning scanning, IClock clock)
    : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.PassEligibility;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var pass = (ProposedAction.PassEligibility)action;
        var command = CommandOf(pass, Signatures.ToCome);
        if (await files.ReadAsync(pass.Case, cancellation) is not { } folder)
            return ("", NoSuchCase(pass));
        return CaseDecider.Decide(editions.Of(pass.Case), folder.State, command) switch
        {
            Decision.Refused refused => ("", refused.Refusal),
            Decision.Accepted { Events.Count: 0 } => ("既に行われています。何も変わりません。", null),
            _ => Check(pass, folder) is { } missing ? ("", missing) : (EffectOf(pass), null),
        };
    }

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var pass = (ProposedAction.PassEligibility)action;
        // Also when it is repeated: what was accepted before passes the preview as done.
        if ((await PreviewAsync(action, cancellation)).Refusal is { } refusal)
            return ("", refusal);
        return await cases.HandleAsync(pass.Case, CommandOf(pass, proposal.Signed, proposal.ProposedAt), cancellation) switch
        {
            CaseAnswer.Accepted => (EffectOf(pass), null),
            CaseAnswer.Refused late => ("", late.Refusal),
            CaseAnswer.NotFound => ("", NoSuchCase(pass)),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default)
    {
        var pass = (ProposedAction.PassEligibility)action;
        return AsyncEnumerable.Repeat(new AskedOfCase(pass.Case, CommandOf(pass, Signatures.ToCome)), 1);
    }

    private Refusal? Check(ProposedAction.PassEligibility a, CaseFile folder) =>
        PassingRules.Check(editions.Of(a.Case), folder, a.Open, scanning.Expected);

    private CaseCommand.PassEligibility CommandOf(
        ProposedAction.PassEligibility a, Signatures signed, Instant? proposedAt = null) =>
        new(clock.GetCurrentInstant(), signed, a.Open, proposedAt);

    private static string EffectOf(ProposedAction.PassEligibility a) =>
        $"{a.Case}を通過とし、企業に通知します。"
            + string.Concat(a.Open.Select(l => $"未確認の行「{l.Line}」の理由: {l.Reason}"));

    private static Refusal NoSuchCase(ProposedAction.PassEligibility a) =>
        new("noSuchCase", $"受付番号{a.Case}の申請はありません。番号を確認してください。");
}
