using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Contacts;

namespace Tedori.Season;

/// <summary>
/// Companies whose contact changes: another person at the same address, at once; another address, which both have to
/// confirm, and sometimes one does not.
/// </summary>
internal sealed class ContactActor(CaseCommandHandler cases, ContactService contacts)
{
    private static readonly Duration Pause = Duration.FromMilliseconds(5_400_011);

    public static IEnumerable<AgendaItem> Plan(CaseState state, Company company, Instant now)
    {
        var dice = company.On("contact");
        var chance = dice.Between(0, 999);
        if (chance >= 90)
            yield break;
        var entry = state.Entry;
        var contact = chance < 40
            ? new Contact("後任 担当", entry.Email, entry.Phone)
            : new Contact("後任 担当", company.OtherAddress, entry.Phone);
        yield return new($"contact-{state.Id}", now + Pause, Deed.ChangeContact,
            TedoriJson.Write(new ContactPlan(state.Id, contact, chance < 80 ? 2 : 1)));
    }

    public async Task<(string Result, List<AgendaItem> Following)> ChangeAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<ContactPlan>(item.Body);
        if (await contacts.RequestAsync(plan.CaseId, plan.Contact) is CaseAnswer.Refused refused)
            return (refused.Refusal.Code, []);
        var change = (await cases.ReadAsync(plan.CaseId))!.State.ContactChange;
        return ("accepted", change is null ? [] : [.. Enum.GetValues<ContactSide>().Take(plan.Confirms).Select(
            (side, n) => new AgendaItem(
                $"confirm-{plan.CaseId}-{change.Number}-{n}", item.At + (n + 1) * Pause, Deed.ConfirmContact,
                TedoriJson.Write(new ConfirmationPlan(new(plan.CaseId, new(change.Number, side))))))]);
    }

    public async Task<string> ConfirmAsync(AgendaItem item)
    {
        var plan = TedoriJson.Read<ConfirmationPlan>(item.Body);
        return await contacts.ConfirmAsync(plan.Link) is CaseAnswer.Refused refused ? refused.Refusal.Code : "accepted";
    }
}
