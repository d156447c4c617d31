using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Contacts;

/// <summary>
/// Changes whom the office writes to, once both addresses confirmed it or staff made sure by phone. Safe to repeat.
/// </summary>
public sealed class ContactService(
    CaseCommandHandler cases, CaseAccess access, EditionCatalog editions, IClock clock)
{
    /// <summary>Asks for another contact.</summary>
    public Task<CaseAnswer> RequestAsync(CaseId id, Contact contact, CancellationToken cancellation = default) =>
        cases.HandleAsync(id, new CaseCommand.RequestContactChange(clock.GetCurrentInstant(), contact), cancellation);

    /// <summary>
    /// What confirming would come to now, and the case as it stands; commits nothing. Null where there is no such case.
    /// </summary>
    public async Task<(Decision Decision, CaseState State)?> WouldConfirmAsync(
        ContactLink link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (await cases.ReadAsync(link.CaseId, cancellation) is not { State: var state })
            return null;
        var command = new CaseCommand.ConfirmContact(clock.GetCurrentInstant(), link.Confirmation);
        return (CaseDecider.Decide(editions.Of(link.CaseId), state, command), state);
    }

    /// <summary>Confirms a change. The second confirmation also voids the links that the address until now holds.</summary>
    public async Task<CaseAnswer> ConfirmAsync(ContactLink link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        var change = (await cases.ReadAsync(link.CaseId, cancellation))?.State.ContactChange;
        // Before the commit, because the notice of the change leaves right after it and must carry a link that opens.
        if (change?.Number == link.Confirmation.Number && change.Confirmed.Any(side => side != link.Confirmation.Side))
            await access.RevokeAsync(link.CaseId, await access.GenerationAsync(link.CaseId, cancellation), cancellation);
        var command = new CaseCommand.ConfirmContact(clock.GetCurrentInstant(), link.Confirmation);
        return await cases.HandleAsync(link.CaseId, command, cancellation);
    }

    /// <summary>
    /// Changes the contact as staff decided. All links until now are voided, those that confirm a change as well.
    /// </summary>
    public async Task<CaseAnswer> ReplaceAsync(
        CaseId id, CaseCommand.ReplaceContact command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (await cases.ReadAsync(id, cancellation) is not { } snapshot)
            return new CaseAnswer.NotFound(id);
        // Before the commit, because the notice of the change leaves right after it and must carry a link that opens;
        // and only where it will be made.
        if (CaseDecider.Decide(editions.Of(id), snapshot.State, command)
            is Decision.Accepted { Events.Count: > 0 })
            await access.RevokeAllAsync(id, await access.GenerationAsync(id, cancellation), cancellation);
        return await cases.HandleAsync(id, command, cancellation);
    }
}
