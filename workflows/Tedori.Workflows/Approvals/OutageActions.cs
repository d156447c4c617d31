using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Declares an outage. Nothing has to be woken: a case that wakes at its old deadline reads of the outage and waits on.
/// </summary>
public sealed class OutageActions(
    Disruptions disruptions, OutageReach reach, EditionCatalog editions, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.DeclareOutage;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var outage = OutageOf(action, "");
        return outage.Check(outage.At) is { } refusal
            ? ("", refusal)
            : (EffectOf(outage) + (await reach.FindAsync(outage, cancellation)).Text, null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var outage = OutageOf(action, proposal.Id);
        if ((await disruptions.AllAsync(cancellation)).Outages.Any(o => o with { At = outage.At } == outage))
            return (EffectOf(outage), null);
        if ((Unsigned(proposal.Signed) ?? outage.Check(outage.At)) is { } refusal)
            return ("", refusal);
        // Read before it is declared: afterwards nobody sees any more who was late.
        var reached = await reach.FindAsync(outage, cancellation);
        await disruptions.KeepAsync(outage, cancellation);
        return (EffectOf(outage) + reached.Text, null);
    }

    private Refusal? Unsigned(Signatures signed) => editions.All
        .Select(e => e.SecondPerson.Check(StaffAct.DeclareOutage, signed)).FirstOrDefault(r => r is not null);

    private Outage OutageOf(ProposedAction action, string proposal)
    {
        var declare = (ProposedAction.DeclareOutage)action;
        return new(declare.From, declare.Until, declare.Reason, clock.GetCurrentInstant(), proposal);
    }

    private static string EffectOf(Outage o) =>
        $"{JapaneseDate.Full(o.From)}から{JapaneseDate.Full(o.Until)}までのシステムの障害を届け出て、理由とともに公表します。"
            + $"この間に電子申請の期限を迎えるものは、{JapaneseDate.Full(o.Until)}までに受信すれば期限内とし、それまで期限徒過としません。"
            + $"郵送の期限は変わりません。理由は「{o.Reason}」です。";
}
