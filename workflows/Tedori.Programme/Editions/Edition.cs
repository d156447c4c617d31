using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Signing;

namespace Tedori.Programme.Editions;

/// <summary>
/// One fiscal year's programme (年度の奨励金) as data: every date, item, amount and window the rules read.
/// Built only by <see cref="EditionReader"/>, which checks it whole; an instance is therefore consistent.
/// </summary>
/// <param name="Id">Short id, the first part of every case id, for example <c>r7</c>.</param>
/// <param name="Name">Official name of the programme.</param>
/// <param name="FiscalYear">Western year in which the fiscal year begins (April), for example 2025 for 令和7年度.</param>
/// <param name="Hours">Daily opening and closing time of the electronic channel, Asia/Tokyo.</param>
/// <param name="Rounds">All rounds (回), by number, without gaps from 1.</param>
/// <param name="Groups">Groups of items with unit amount and cap.</param>
/// <param name="Items">All items (奨励金対象事業), by number.</param>
/// <param name="Grant">Ceiling and minimum of the grant.</param>
/// <param name="Entry">Rules of the pre-entry.</param>
/// <param name="Windows">Periods counted from an event.</param>
/// <param name="Visits">Rules of the expert visits.</param>
/// <param name="Filings">What companies state and send with each filing.</param>
/// <param name="Calendar">Business days of the office.</param>
/// <param name="BankCalendar">Business days of the banks, which are open on 12/29 and 12/30.</param>
/// <param name="Assumptions">Every value that the guideline does not fix, for staff to see.</param>
public sealed record Edition(
    string Id,
    string Name,
    int FiscalYear,
    ServiceHours Hours,
    IReadOnlyList<Round> Rounds,
    IReadOnlyList<ItemGroup> Groups,
    IReadOnlyList<Item> Items,
    GrantRules Grant,
    EntryRules Entry,
    Windows Windows,
    VisitRules Visits,
    FilingRules Filings,
    BusinessCalendar Calendar,
    BusinessCalendar BankCalendar,
    IReadOnlyList<Assumption> Assumptions)
{
    /// <summary>Reasons that staff choose from when a review ends badly.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; init; } = [];

    /// <summary>Texts that staff put into what they write to companies (定型文).</summary>
    public IReadOnlyList<Phrase> Phrases { get; init; } = [];

    /// <summary>Which acts of staff need a second person.</summary>
    public SecondPersonRules SecondPerson { get; init; } = SecondPersonRules.Always;

    /// <summary>What stands between the year and the serial number of a 文書番号, for example 東し企働.</summary>
    public string DocumentPrefix { get; init; } = "";

    /// <summary>Smallest count of companies above zero that open data tell; smaller ones are hidden.</summary>
    public int SmallestCell { get; init; } = 5;

    /// <summary>How companies reach the office, or null where the file is older than this section.</summary>
    public OfficeContact? Contact { get; init; }

    /// <summary>What notices say that the office decides.</summary>
    public LetterTexts Letters { get; init; } = new();

    /// <summary>
    /// From the decision to the money and back; null where grants are paid outside this system, which then only notes that a
    /// payment was released.
    /// </summary>
    public PaymentRules? Payment { get; init; }

    /// <summary>Times in which the electronic channel was not there, as two people declared them.</summary>
    [JsonIgnore]
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The fiscal year as it is spoken of, for example 令和8年度.</summary>
    public string YearName => $"令和{FiscalYear - 2018}年度";

    /// <summary>The last date of all rounds: until then something may be filed.</summary>
    public LocalDate LastDate => Rounds.Max(r => r.Wage.Claim > r.Plain.Claim ? r.Wage.Claim : r.Plain.Claim);

    /// <summary>Last day of a round's result notices, Asia/Tokyo, inclusive.</summary>
    /// <exception cref="YearNotCoveredException">The count runs into a year without holidays.</exception>
    public LocalDate ResultDue(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Calendar.AddBusinessDays(round.EntryCloses, Windows.ResultNoticeBusinessDays);
    }

    /// <summary>The round with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The edition has no such round.</exception>
    public Round Round(int number) =>
        number >= 1 && number <= Rounds.Count
            ? Rounds[number - 1]
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"{Id} has rounds 1 to {Rounds.Count}.");

    /// <summary>The item with this number, or null where the edition has none.</summary>
    public Item? FindItem(int number) => number >= 1 && number <= Items.Count ? Items[number - 1] : null;

    /// <summary>The group of an item of this edition.</summary>
    public ItemGroup GroupOf(Item item) => Groups.Single(g => g.Id == item.Group);
}

/// <summary>The free visits of a labour consultant (専門家派遣).</summary>
/// <param name="Required">How many visits must be recorded before a grant is decided; 0 where none is needed.</param>
public sealed record VisitRules(int Required);
