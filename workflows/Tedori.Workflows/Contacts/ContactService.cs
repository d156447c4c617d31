using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Contacts;

/// <summary>Changes whom the office writes to, once both addresses confirmed it. Safe to repeat.</summary>
public sealed class ContactService(CaseCommandHandler cases, CaseAccess access, IClock clock)
{
    /// <summary>Asks for another contact.</summary>
    public Task<CaseAnswer> RequestAsync(CaseId id, Contact contact, CancellationToken cancellation = default) =>
        cases.HandleAsync(id, new CaseCommand.RequestContactChange(clock.GetCurrentInstant(), contact), cancellation);

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
}
