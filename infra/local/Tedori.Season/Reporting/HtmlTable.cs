using System.Xml.Linq;

namespace Tedori.Season.Reporting;

/// <summary>The cells of the page's tables, and the frame in which a wide table can be moved.</summary>
internal static class HtmlTable
{
    private const string PhraseEnds = "の・";

    /// <summary>A head, which breaks between phrases only.</summary>
    public static XElement Head(string text, string scope)
    {
        var head = new XElement("th", new XAttribute("scope", scope));
        foreach (var letter in text)
        {
            if (letter == '(')
                head.Add(new XElement("wbr"));
            head.Add(letter.ToString());
            if (PhraseEnds.Contains(letter, StringComparison.Ordinal))
                head.Add(new XElement("wbr"));
        }

        return head;
    }

    public static XElement Number(string text) => new("td", new XAttribute("class", "number"), text);

    public static XElement Scrolling(XElement table, string name) => new("div",
        new XAttribute("class", "scroll"), new XAttribute("role", "region"), new XAttribute("tabindex", 0),
        new XAttribute("aria-label", name), table);

    /// <summary>A table of names and what belongs to each.</summary>
    public static XElement Pairs(string caption, string first, string second, IEnumerable<(string, string)> rows) =>
        Scrolling(new("table",
            new XAttribute("class", "pairs"),
            new XElement("caption", caption),
            new XElement("thead", new XElement("tr", Head(first, "col"), Head(second, "col"))),
            new XElement("tbody", rows.Select(
                r => new XElement("tr", Head(r.Item1, "row"), Number(r.Item2))))), caption);
}
