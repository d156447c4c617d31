using System.Xml.Linq;

namespace Tedori.Season.Reporting;

/// <summary>A table of the page with a row per round.</summary>
internal static class RoundTable
{
    private const string LapsedHead = "期限徒過となった段階";

    public static XElement Of(SeasonReport report, string caption, params RoundTheme[] themes)
    {
        RoundColumn[] columns = [.. RoundColumn.AllOf(report).Where(c => themes.Contains(c.Theme))];
        var table = new XElement("table",
            new XElement("caption", caption),
            new XElement("thead", HeadRows(columns)),
            new XElement("tbody", report.Rounds.Select(r => Row(r, columns))),
            new XElement("tfoot", new XElement("tr",
                HtmlTable.Head("合計", "row"), columns.Select(c => HtmlTable.Number(c.TotalText)))));
        return HtmlTable.Scrolling(table, caption);
    }

    private static XElement Row(RoundReport round, RoundColumn[] columns) => new("tr",
        HtmlTable.Head(Wording.OfRound(round), "row"),
        columns.Select(c => HtmlTable.Number(Digits.Of(c.Of(round)))));

    private static IEnumerable<XElement> HeadRows(RoundColumn[] columns)
    {
        RoundColumn[] lapsed = [.. columns.Where(c => c.Theme == RoundTheme.Lapsed)];
        var rows = lapsed.Length == 0 ? 1 : 2;
        var first = new XElement("tr", Tall(HtmlTable.Head("回", "col"), rows));
        foreach (var column in columns.Except(lapsed.Skip(1)))
            first.Add(column.Theme == RoundTheme.Lapsed
                ? Across(lapsed.Length)
                : Tall(HtmlTable.Head(column.Japanese, "col"), rows));
        yield return first;
        if (lapsed.Length > 0)
            yield return new("tr", lapsed.Select(c => HtmlTable.Head(c.Japanese, "col")));
    }

    private static XElement Across(int columns)
    {
        var head = HtmlTable.Head(LapsedHead, "colgroup");
        head.Add(new XAttribute("colspan", columns));
        return head;
    }

    private static XElement Tall(XElement head, int rows)
    {
        if (rows > 1)
            head.Add(new XAttribute("rowspan", rows));
        return head;
    }
}
