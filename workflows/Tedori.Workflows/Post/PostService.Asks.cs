using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Post;

/// <content>What is asked of a case by an envelope, before it is.</content>
public sealed partial class PostService
{
    /// <summary>
    /// What recording an envelope would ask of its case now, or null where it waits for another reading. Changes nothing.
    /// </summary>
    public async Task<AskedOfCase?> AsksAsync(Envelope envelope, CancellationToken cancellation = default) =>
        await judge.VerdictAsync(envelope, cancellation) is PostmarkVerdict.Settled settled
            ? await AsksAsync(envelope, settled.Postmark, cancellation)
            : null;

    /// <summary>
    /// What filing an envelope with this postmark would ask of its case now, whatever was read before. Changes nothing.
    /// </summary>
    public async Task<AskedOfCase> AsksAsync(Envelope envelope, LocalDate? postmark, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var state = (await cases.ReadAsync(envelope.Case, cancellation))!.State;
        return new(envelope.Case, CommandOf(envelope, postmark, state));
    }

    /// <summary>What refusing a mail that was no attempt to file would ask of its case now. Changes nothing.</summary>
    public AskedOfCase AsksToReject(Envelope attempt, string reason)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return new(attempt.Case, Rejecting(attempt, AttemptRules.Rejected(reason)));
    }

    private CaseCommand.RecordRefusal Rejecting(Envelope attempt, Refusal refusal) => new(
        clock.GetCurrentInstant(), attempt.Step, PostalFiling.FilingOf(attempt, postmark: null), refusal);

    // When a mail came is known: what the rules would refuse later is told to who types it, while it can be mended.
    private async Task<Refusal?> DecideAsync(Envelope attempt, CancellationToken cancellation)
    {
        var state = (await cases.ReadAsync(attempt.Case, cancellation))!.State;
        var decision = CaseDecider.Decide(editions.Of(attempt.Case), state, CommandOf(attempt, null, state));
        return (decision as Decision.Refused)?.Refusal;
    }

    // Of two decisions that were approved at once one is done: the first that is on the record, before the case hears of any.
    private async Task<bool> ClaimAsync(Envelope envelope, string decision, CancellationToken cancellation)
    {
        var after = await ChangeAsync(
            envelope.Case.Round, envelope.Id, e => e.Decision is null && !IsSettled(e) ? e with { Decision = decision } : e, cancellation);
        return after?.Decision == decision;
    }
}
