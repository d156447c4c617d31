using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The programme file as a whole: its sections in order, then the checks that need several of them.</summary>
internal static class EditionFile
{
    private static readonly string[] Sections =
    [
        "formatVersion", "id", "name", "fiscalYear", "sources", "hours", "rounds", "groups", "items", "grant", "entry",
        "windows", "filings", "visits", "closedDays", "holidays",
    ];

    /// <summary>The edition, or null where the log has a fault.</summary>
    public static Edition? Read(FileNode root, ReadingLog log)
    {
        if (root.IsNewerThan(EditionReader.FormatVersion))
            return null;
        var file = root.Object(Sections, "reasons", "documents", "secondPerson", "contact", "letters", "phrases", "openData", "payment");
        var id = file.Field("id").YearId();
        var name = file.Field("name").Text();
        var fiscalYear = file.Field("fiscalYear").Count(2019, 2100);
        Legend(file.Field("sources"));
        var hours = HoursSection.Read(file.Field("hours"), log);
        var rounds = RoundsSection.Read(file.Field("rounds").Marked(log));
        RequireFiscalYear(file.Field("fiscalYear"), fiscalYear, rounds);
        var groups = GroupsSection.Read(file.Field("groups").Marked(log));
        var items = ItemsSection.Read(file.Field("items").Marked(log), groups);
        var grant = GrantSection.Read(file.Field("grant"), items, log);
        var entry = EntrySection.Read(file.Field("entry"), log);
        var windows = WindowsSection.Read(file.Field("windows"), log);
        var filings = FilingsSection.Read(file.Field("filings"), items, log);
        var visits = file.Field("visits").Object(["required"]).Field("required").Marked(log).Count(0, 20);
        var reasons = ReasonsSection.Read(file.Field("reasons"), log);
        var phrases = ReasonsSection.Phrases(file.Field("phrases"), log);
        var prefix = ReasonsSection.Prefix(file.Field("documents"), log);
        var secondPerson = SecondPersonSection.Read(file.Field("secondPerson"), log);
        var contact = ContactSection.Read(file.Field("contact"), log);
        var letters = LettersSection.Read(file.Field("letters"), log);
        var payment = PaymentSection.Read(file.Field("payment"), log);
        var smallest = SmallestCell(file.Field("openData"), log);
        var closed = ClosedDaysSection.Read(file.Field("closedDays"), log);
        var holidays = HolidaysSection.Read(file.Field("holidays"));
        holidays.RequireYears(file.Field("holidays"), rounds);
        closed.RequireOpen(rounds);
        if (log.Faults.Count > 0)
            return null;
        var edition = new Edition(
            id!, name!, fiscalYear!.Value, hours!, [.. rounds.Select(r => r.ToRound())],
            [.. groups.Select(g => g.ToGroup())], [.. items.Select(i => i.ToItem())], grant!, entry!, windows!,
            new(visits!.Value), filings!, closed.Office(holidays), closed.Banks(holidays), log.Assumptions)
        {
            Reasons = reasons,
            Phrases = phrases,
            DocumentPrefix = prefix,
            SecondPerson = secondPerson,
            Contact = contact,
            Letters = letters,
            Payment = payment,
        };
        return smallest is { } count ? edition with { SmallestCell = count } : edition;
    }

    // A file that does not speak of it hides as the default does.
    private static int? SmallestCell(FileNode node, ReadingLog log) => node.IsAbsent
        ? null
        : node.Object(["smallestCell"]).Field("smallestCell").Marked(log).Count(2, 100);

    private static void Legend(FileNode node)
    {
        var legend = node.Object(["G", "O", "A"]);
        foreach (var mark in (string[])["G", "O", "A"])
            legend.Field(mark).Text();
    }

    private static void RequireFiscalYear(FileNode node, int? fiscalYear, IReadOnlyList<RoundDraft> rounds)
    {
        if (fiscalYear is not { } year || rounds is not [{ EntryOpens.Value: { } opens }, ..])
            return;
        if (opens.PlusMonths(-3).Year != year)
        {
            node.Fault($"The first entry opens on {opens:uuuu-MM-dd}, outside the fiscal year from April {year}; " +
                "correct the year or the date.");
        }
    }
}

/// <summary>The section <c>closedDays</c>: the days around New Year when the office and the banks are closed.</summary>
internal sealed class ClosedDaysSection
{
    private readonly (AnnualDate From, AnnualDate To)? office;
    private readonly (AnnualDate From, AnnualDate To)? banks;

    private ClosedDaysSection((AnnualDate, AnnualDate)? office, (AnnualDate, AnnualDate)? banks)
    {
        this.office = office;
        this.banks = banks;
    }

    public static ClosedDaysSection Read(FileNode node, ReadingLog log)
    {
        var closed = node.Object(["office", "banks"]);
        return new(closed.Field("office").Marked(log).NewYear(), closed.Field("banks").Marked(log).NewYear());
    }

    /// <summary>Reports every date of the rounds on which the office is closed, by the law's own holidays.</summary>
    public void RequireOpen(IReadOnlyList<RoundDraft> rounds)
    {
        if (office is not { } around)
            return;
        var holidays = NationalHolidays.Years.SelectMany(NationalHolidays.Of).ToDictionary();
        var calendar = new BusinessCalendar(holidays, NationalHolidays.Years, around.From, around.To);
        foreach (var field in rounds.SelectMany(r => r.Dates))
        {
            if (field.Value is { } date && calendar.Years.Contains(date.Year)
                && calendar.ClosedBecause(date) is { } why)
                field.Node.Fault($"{date:uuuu-MM-dd} is a closed day ({why}); choose an open day.");
        }
    }

    /// <summary>The calendar of the office, once the log holds no fault.</summary>
    public BusinessCalendar Office(HolidaysSection holidays) => holidays.Calendar(office!.Value);

    /// <summary>The calendar of the banks, once the log holds no fault.</summary>
    public BusinessCalendar Banks(HolidaysSection holidays) => holidays.Calendar(banks!.Value);
}

/// <summary>The section <c>grant</c>: guideline 1(2).</summary>
internal static class GrantSection
{
    public static GrantRules? Read(FileNode node, IReadOnlyList<ItemDraft> items, ReadingLog log)
    {
        var grant = node.Object(["ceilingYen", "minimumItems"], "afterGrant");
        var ceiling = grant.Field("ceilingYen").Marked(log).Number(1, GroupsSection.MostYen);
        var minimum = grant.Field("minimumItems").Marked(log).Count(1, items.Count == 0 ? int.MaxValue : items.Count);
        var after = grant.Field("afterGrant").Marked(log).Text();
        if (ceiling is null || minimum is null)
            return null;
        var rules = new GrantRules(ceiling.Value, minimum.Value);
        return after is null ? rules : rules with { AfterGrant = after };
    }
}

/// <summary>The section <c>hours</c>: guideline 1(4).</summary>
internal static class HoursSection
{
    public static ServiceHours? Read(FileNode node, ReadingLog log)
    {
        var hours = node.Object(["opens", "closes"]);
        var opens = hours.Field("opens").Marked(log).Time();
        var closes = hours.Field("closes").Marked(log).Time();
        if (opens is null || closes is null)
            return null;
        if (opens >= closes)
        {
            hours.Field("closes").Fault(
                $"closes ({closes:HH:mm}) must lie after opens ({opens:HH:mm}); correct one of the two.");
        }

        return new(opens.Value, closes.Value);
    }
}

/// <summary>The section <c>rounds</c>: guideline 1(4).</summary>
internal static class RoundsSection
{
    // A round's number has two digits in every case id.
    private const int Most = 99;

    public static IReadOnlyList<RoundDraft> Read(FileNode node)
    {
        RoundDraft[] rounds = [.. node.Elements(Most).Select(RoundDraft.Read)];
        Numbering.Require("round", [.. rounds.Select(r => (r.Number, r.Node.Field("number")))]);
        foreach (var round in rounds)
            round.RequireOrder();
        foreach (var (earlier, later) in rounds.Zip(rounds.Skip(1)))
            later.EntryOpens.MustFollow(earlier.EntryCloses with { Name = "the entryCloses of the round before" });
        return rounds;
    }
}
