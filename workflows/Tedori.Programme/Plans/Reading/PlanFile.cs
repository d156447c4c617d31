using Tedori.Programme.Editions;
using Tedori.Programme.Editions.Reading;

namespace Tedori.Programme.Plans.Reading;

/// <summary>The file of a plan as a whole.</summary>
internal static class PlanFile
{
    private const int MostAreas = 20;

    // The agreement of Tokyo and the chamber is older than any programme file.
    private const int EarliestAgreement = 2000;

    private static readonly string[] Fields =
    [
        "formatVersion", "id", "edition", "title", "fiscalYear", "agreement", "preamble", "from", "closing", "areas",
    ];

    /// <summary>The plan, or null where the log has a fault.</summary>
    public static Plan? Read(FileNode root, ReadingLog log, IReadOnlyList<Edition> editions)
    {
        if (root.IsNewerThan(PlanReader.FormatVersion))
            return null;
        var file = root.Object(Fields, "kit");
        var id = file.Field("id").YearId();
        var edition = EditionOf(file.Field("edition"), editions);
        var title = file.Field("title").Text();
        var fiscalYear = file.Field("fiscalYear").Count(2019, 2100);
        var agreement = ReadAgreement(file.Field("agreement"));
        var preamble = file.Field("preamble").Text();
        var from = file.Field("from").Date();
        if (from is { } first && fiscalYear is { } year && first.PlusMonths(-3).Year != year)
            file.Field("from").Fault($"{first:uuuu-MM-dd} lies outside the fiscal year from April {year}; correct one.");
        var closing = file.Field("closing").Text();
        var sections = file.Field("areas").Elements(MostAreas);
        PlanArea?[] areas = [.. sections.Select((a, i) => AreaSection.Read(a, id ?? "", i + 1, edition))];
        var kit = KitSection.Read(file.Field("kit"));
        Numbering.Require("area", [.. sections.Zip(areas, (s, a) => (a?.Number, s.Field("number")))]);
        return log.Faults.Count > 0
            ? null
            : new(id!, edition!.Id, title!, fiscalYear!.Value, agreement!, preamble!, from!.Value, closing!, [.. areas!])
            {
                Kit = kit,
            };
    }

    private static Edition? EditionOf(FileNode node, IReadOnlyList<Edition> editions)
    {
        if (node.Text() is not { } id)
            return null;
        if (editions.FirstOrDefault(e => e.Id == id) is { } edition)
            return edition;
        node.Fault($"No programme has the id {node.Found()}; write one of {string.Join(", ", editions.Select(e => e.Id))}.");
        return null;
    }

    private static Agreement? ReadAgreement(FileNode node)
    {
        var agreement = node.Object(["name", "date", "article"]);
        var name = agreement.Field("name").Text();
        var date = agreement.Field("date").Date(EarliestAgreement);
        var article = agreement.Field("article").Count(1, 99);
        return name is null || date is null || article is null ? null : new(name, date.Value, article.Value);
    }
}
