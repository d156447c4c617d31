using System.Globalization;
using NodaTime;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Functions.Public.Calendars;
using Tedori.Functions.Public.Site;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Lottery;
using Tedori.Programme.Plans;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Kit;

/// <summary>
/// The chamber's kit (周知啓発): what can be published about every occasion of every round, made from the programme file
/// and from what was moved since.
/// </summary>
public sealed class KitCatalog(
    EditionCatalog editions, PlanSet plans, MovedDeadlines moved, PlaceService places, PublicAddress address)
{
    private static readonly Dictionary<KitOccasion, string> Events = new()
    {
        [KitOccasion.Opening] = "entry",
        [KitOccasion.Closing] = "entry",
        [KitOccasion.Company] = "company",
        [KitOccasion.Project] = "project",
        [KitOccasion.Implementation] = "implementation-plain",
        [KitOccasion.Claim] = "claim-plain",
        [KitOccasion.WageImplementation] = "implementation-wage",
        [KitOccasion.WageClaim] = "claim-wage",
    };

    /// <summary>The kit of every round, the oldest first.</summary>
    public async Task<IReadOnlyList<KitItem>> AllAsync(CancellationToken cancellation)
    {
        var (shifted, told) = (await moved.AllAsync(cancellation), await places.ToldAsync(cancellation));
        return [.. editions.All.SelectMany(e => e.Rounds, (e, r) => (e, r)).SelectMany(p => Of(p.e, p.r, shifted, told))];
    }

    /// <summary>The kit of a round, by occasion in their order.</summary>
    public async Task<IReadOnlyList<KitItem>> OfAsync(RoundId id, CancellationToken cancellation) =>
        Of(
            editions.Of(id), editions.Of(id).Round(id.Number), await moved.AllAsync(cancellation),
            await places.ToldAsync(cancellation));

    private List<KitItem> Of(
        Edition edition, Round round, IReadOnlyList<MovedDeadline> shifted, IReadOnlyDictionary<RoundId, PublicPlaces> told)
    {
        var id = new RoundId(edition.Id, round.Number);
        List<CalendarEvent> events = [.. CalendarOfRounds.OfRound(edition, round, shifted)];
        var page = address.Base is { } site ? new Uri(site, $"rounds/{id}") : null;
        var facts = FactsOf(edition, round, events, told[id], page);
        var (text, rules) = (KitText.OfProduct, plans.Of(edition)?.Kit ?? []);
        KitDate[] dates = [.. events.Select(KitDate.Of)];
        return [.. Enum.GetValues<KitOccasion>().Select(occasion =>
        {
            var (said, day) = (text.Occasions[occasion], DayOf(events, occasion));
            return new KitItem(
                id, occasion, said.Name, day, Fill(said.Title), [.. said.Lead.Select(Fill)], Fill(said.Todo),
                Fill(text.Programme), dates, Fill(text.More), Fill(text.Contact), Fill(said.Short), page,
                DispatchesOf(edition, rules.FirstOrDefault(r => r.Occasion == occasion), day))
            {
                RoundName = facts["roundName"],
                Outage = EventOf(events, occasion).OutageNotice,
            };
        })];

        string Fill(string line) => FactTexts.Fill(line, facts, fact => fact);
    }

    private static KitDispatch[] DispatchesOf(Edition edition, KitRule? rule, LocalDate day)
    {
        if (rule is null)
            return [];
        return
        [
            Before(KitChannel.Newspaper, rule.Newspaper), Before(KitChannel.Leaflet, rule.Leaflet),
            Before(KitChannel.Newsletter, rule.Newsletter),
        ];

        KitDispatch Before(KitChannel channel, int days) => new(channel, edition.Calendar.AddBusinessDays(day, -days), days);
    }

    // An outage gives more time online only: the day that everybody keeps, and post too, is the one before it.
    private static LocalDate DayOf(List<CalendarEvent> events, KitOccasion occasion) =>
        EventOf(events, occasion) is var e && occasion == KitOccasion.Closing
            ? e.Until!.Value.Date
            : (e.BeforeOutage ?? e).Day;

    private static CalendarEvent EventOf(List<CalendarEvent> events, KitOccasion occasion) =>
        events.Single(e => e.Uid.EndsWith($"-{Events[occasion]}@tedori", StringComparison.Ordinal));

    private static Dictionary<string, string> FactsOf(Edition edition, Round round, List<CalendarEvent> events, PublicPlaces told, Uri? page)
    {
        var contact = edition.Contact;
        var entry = EventOf(events, KitOccasion.Opening);
        var facts = Enum.GetValues<KitOccasion>().ToDictionary(
            o => $"{char.ToLowerInvariant(o.ToString()[0])}{o.ToString()[1..]}Day",
            o => JapaneseDate.Full(DayOf(events, o)));
        facts["opening"] = $"{JapaneseDate.Full(entry.Day)} {Home.HomeModel.Clock(entry.From!.Value)}";
        facts["closing"] = $"{JapaneseDate.Full(entry.Until!.Value.Date)} {Home.HomeModel.Clock(entry.Until.Value.TimeOfDay)}";
        facts["result"] = JapaneseDate.Full(edition.ResultDue(round));
        facts["roundName"] = $"{edition.YearName}第{Number(round.Number)}回";
        facts["round"] = $"第{Number(round.Number)}回";
        facts["programme"] = edition.Name;
        // With the year in another place.
        facts["programmeName"] = edition.Name.Replace(edition.YearName, "", StringComparison.Ordinal).Trim();
        facts["ceiling"] = GrantCalculation.Yen(edition.Grant.CeilingYen);
        facts["minimumItems"] = Number(edition.Grant.MinimumItems);
        facts["maximumEmployees"] = Number(edition.Entry.MaximumEmployees);
        facts["places"] = Reader.InJapanese(() => PlacesLabels.Of(told));
        facts["placesShort"] = Reader.InJapanese(() => PlacesLabels.Short(told));
        facts["visits"] = Number(edition.Visits.Required);
        facts["office"] = contact?.Office ?? Mail.MailSignature.DefaultOffice;
        facts["phone"] = contact?.Phone ?? "";
        facts["officeHours"] = contact?.Hours ?? "";
        facts["page"] = page?.AbsoluteUri ?? $"/rounds/{new RoundId(edition.Id, round.Number)}";
        return facts;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
