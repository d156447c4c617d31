using System.Xml.Linq;
using Tedori.Season.Checks;

namespace Tedori.Season.Reporting;

/// <summary>The part of the page that says whether the season may be trusted.</summary>
internal static class InvariantSection
{
    private const string Caption = "表1 常に成り立つべきこと";

    public static XElement Of(IReadOnlyList<Invariant> invariants) => new("section",
        new XAttribute("aria-labelledby", "checks"),
        new XElement("h2", new XAttribute("id", "checks"), "検査の結果"),
        Summary(invariants),
        invariants.Count == 0 ? null : Table(invariants));

    private static XElement Summary(IReadOnlyList<Invariant> invariants)
    {
        Invariant[] failed = [.. invariants.Where(i => !i.Held)];
        var (style, word, text) = (invariants.Count, failed.Length) switch
        {
            (0, _) => ("failed", "検査なし", "検査の記録がありません。"),
            (var all, 0) => ("held", "すべて成立", $"{Digits.Of(all)}件の検査がすべて成立しました。"),
            (var all, var some) => ("failed", "不成立あり", $"{Digits.Of(all)}件の検査のうち{Digits.Of(some)}件が不成立です。"),
        };
        return new("div", new XAttribute("class", $"summary {style}"),
            new XElement("p", new XAttribute("class", "verdict"), word),
            new XElement("p", text),
            failed.Length == 0 ? null : new XElement("ul",
                failed.Select(f => new XElement("li", Wording.OneLine($"{f.Name}: {f.Detail}")))));
    }

    private static XElement Table(IReadOnlyList<Invariant> invariants) => HtmlTable.Scrolling(new("table",
        new XAttribute("class", "invariants"),
        new XElement("caption", Caption),
        new XElement("thead", new XElement("tr",
            HtmlTable.Head("判定", "col"), HtmlTable.Head("項目", "col"), HtmlTable.Head("内容", "col"))),
        new XElement("tbody", invariants.Select(Row))), Caption);

    private static XElement Row(Invariant invariant) => new("tr",
        new XElement("td", new XElement("span",
            new XAttribute("class", invariant.Held ? "mark held" : "mark failed"), invariant.Held ? "✓ 成立" : "✕ 不成立")),
        HtmlTable.Head(Wording.OneLine(invariant.Name), "row"),
        new XElement("td", Wording.OneLine(invariant.Detail)));
}
