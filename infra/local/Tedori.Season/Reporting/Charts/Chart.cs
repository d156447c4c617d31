using System.Globalization;
using System.Xml.Linq;

namespace Tedori.Season.Reporting.Charts;

/// <summary>A drawing with its caption and a description for those who do not see it.</summary>
/// <param name="Id">Unique on the page; begins the ids inside.</param>
/// <param name="Caption">Stands above the drawing and is its title.</param>
/// <param name="Description">The drawing in words.</param>
/// <param name="Height">Height; all are <see cref="Width"/> wide.</param>
/// <param name="Fills">What is used in it.</param>
/// <param name="Content">What is drawn.</param>
internal sealed record Chart(
    string Id,
    string Caption,
    string Description,
    double Height,
    IReadOnlyList<Fill> Fills,
    IEnumerable<XElement> Content)
{
    public const double Width = 720;

    /// <summary>The figure of the given number.</summary>
    public XElement ToFigure(int number)
    {
        var caption = $"図{number} {Caption}";
        return new("figure",
            new XElement("figcaption", caption),
            new XElement("div",
                new XAttribute("class", "scroll"), new XAttribute("role", "region"), new XAttribute("tabindex", 0),
                new XAttribute("aria-label", $"{caption}(横に送れます)"),
                Drawing(caption)));
    }

    private XElement Drawing(string caption) => new("svg",
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height:0}")),
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", $"{Id}-title {Id}-desc"),
        new XElement("title", new XAttribute("id", $"{Id}-title"), caption),
        new XElement("desc", new XAttribute("id", $"{Id}-desc"), Description),
        new XElement("defs", Fills.Select(f => f.Pattern(Id))),
        Content);
}
