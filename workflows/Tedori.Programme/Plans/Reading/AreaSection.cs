using Tedori.Programme.Editions;
using Tedori.Programme.Editions.Reading;
using Tedori.Programme.Text;

namespace Tedori.Programme.Plans.Reading;

/// <summary>One area of a plan's file.</summary>
internal static class AreaSection
{
    private const int MostContents = 20;

    private static readonly string[] Fields =
        ["number", "name", "short", "heading", "contents", "next", "tokyo", "chamber"];

    /// <summary>The area, or null where something of it could not be read.</summary>
    public static PlanArea? Read(FileNode node, string plan, int place, Edition? edition)
    {
        var faults = node.Faults;
        var area = node.Object(Fields);
        var number = area.Field("number").Count(1, 99);
        var (name, called) = (area.Field("name").Text(), area.Field("short").Text());
        var heading = area.Field("heading").Text();
        var contents = Contents(area.Field("contents"));
        var next = area.Field("next").Object(["tokyo", "chamber"]);
        var (tokyoNext, chamberNext) = (next.Field("tokyo").Text(), next.Field("chamber").Text());
        var tokyo = Measures(MeasureSide.Tokyo);
        var chamber = Measures(MeasureSide.Chamber);
        return node.Faults > faults || number is null || name is null
            ? null
            : new(number.Value, name, called!, heading!, contents, tokyo, chamber, tokyoNext!, chamberNext!);

        IReadOnlyList<Measure> Measures(MeasureSide side) =>
            MeasureSection.ReadAll(area.Field(side.Key()), letter => new(plan, number ?? place, side, letter), edition);
    }

    private static List<PlanContent> Contents(FileNode node)
    {
        var contents = new List<PlanContent>();
        var elements = node.Elements(MostContents);
        foreach (var (index, element) in elements.Index())
        {
            var content = element.Object(["text"], "label");
            var place = content.Field("label");
            var label = place.Text();
            // The plan prints them in brackets of two widths; a single one may have none.
            var usual = $"({index + 1})";
            if (place.IsAbsent ? elements.Count > 1 : label is not null && WidthFolding.Fold(label) != usual)
                place.Fault($"The label of this content must be {usual}, in the brackets of the source; write it.");
            if (content.Field("text").Text() is { } words)
                contents.Add(new(label, words));
        }

        return contents;
    }
}
