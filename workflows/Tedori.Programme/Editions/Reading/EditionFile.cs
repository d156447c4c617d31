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
        if (IsNewer(root))
            return null;
        var file = root.Object(Sections, "reasons", "documents");
        var id = Id(file.Field("id"));
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
        var prefix = ReasonsSection.Prefix(file.Field("documents"), log);
        var closed = ClosedDaysSection.Read(file.Field("closedDays"), log);
        var holidays = HolidaysSection.Read(file.Field("holidays"));
        holidays.RequireYears(file.Field("holidays"), rounds);
        closed.RequireOpen(rounds);
        if (log.Faults.Count > 0)
            return null;
        return new(
            id!, name!, fiscalYear!.Value, hours!, [.. rounds.Select(r => r.ToRound())],
            [.. groups.Select(g => g.ToGroup())], [.. items.Select(i => i.ToItem())], grant!, entry!, windows!,
            new(visits!.Value), filings!, closed.Office(holidays), closed.Banks(holidays), log.Assumptions)
        {
            Reasons = reasons,
            DocumentPrefix = prefix,
        };
    }

    // A newer format may mean anything, so nothing else in the file can be judged.
    private static bool IsNewer(FileNode root)
    {
        var version = root.Field("formatVersion");
        if (version.Count(1, int.MaxValue) is not { } number || number <= EditionReader.FormatVersion)
            return false;
        version.Fault($"The file has format {number}, but this program knows formats up to " +
            $"{EditionReader.FormatVersion}; use a newer release of the program.");
        return true;
    }

    private static string? Id(FileNode node)
    {
        if (node.Text() is not { } id)
            return null;
        if (RoundId.IsEdition(id))
            return id;
        node.Fault($"{node.Found()} is not an id such as r7; write one lower-case letter and one or two digits.");
        return null;
    }

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
