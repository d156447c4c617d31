using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Contacts;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Approvals;

/// <summary>Changes whom the office writes to, after a call to the company.</summary>
public sealed class ContactActions(
    ContactService contacts, CaseCommandHandler cases, EditionCatalog editions, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.ReplaceContact;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var replace = (ProposedAction.ReplaceContact)action;
        if (await cases.ReadAsync(replace.Case, cancellation) is not { } snapshot)
            return ("", CaseActions.NoSuchCase(replace.Case));
        var command = CommandOf(replace, Signatures.ToCome);
        return CaseDecider.Decide(editions.Of(replace.Case), snapshot.State, command) switch
        {
            Decision.Refused refused => ("", refused.Refusal),
            Decision.Accepted { Events.Count: 0 } => ("既にこの連絡先になっています。何も変わりません。", null),
            _ => ($"今の連絡先は{Words(Contact.Of(snapshot.State.Entry))}です。{EffectOf(replace)}", null),
        };
    }

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var replace = (ProposedAction.ReplaceContact)action;
        return await contacts.ReplaceAsync(replace.Case, CommandOf(replace, proposal.Signed), cancellation) switch
        {
            CaseAnswer.Accepted => (EffectOf(replace), null),
            CaseAnswer.Refused late => ("", late.Refusal),
            CaseAnswer.NotFound => ("", CaseActions.NoSuchCase(replace.Case)),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default)
    {
        var replace = (ProposedAction.ReplaceContact)action;
        return AsyncEnumerable.Repeat(new AskedOfCase(replace.Case, CommandOf(replace, Signatures.ToCome)), 1);
    }

    private CaseCommand.ReplaceContact CommandOf(ProposedAction.ReplaceContact a, Signatures signed) =>
        new(clock.GetCurrentInstant(), a.Contact, a.Check, a.Reason, signed);

    private static string EffectOf(ProposedAction.ReplaceContact a) =>
        $"{a.Case}の連絡先を{Words(a.Contact)}に変更し、これまでのリンクを無効にして、新しい連絡先と今までのアドレスに通知します。"
            + $"確認: {a.Check.Number}({a.Check.Source})に電話し、{a.Check.Person}に確認。理由: {a.Reason}";

    private static string Words(Contact contact) => $"「{contact.Name}、{contact.Email}、{contact.Phone}」";
}
