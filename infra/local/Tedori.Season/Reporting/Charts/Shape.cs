using System.Globalization;
using System.Xml.Linq;

namespace Tedori.Season.Reporting.Charts;

/// <summary>The few SVG elements that the charts are made of.</summary>
internal static class Shape
{
    /// <summary>Height of the digits in units of the drawing; the page's style gives the text that size.</summary>
    public const double TextSize = 14;

    private const double LowerHalf = TextSize * 0.36;

    /// <summary>A bar that stands for one number.</summary>
    public static XElement Bar(string chart, Fill fill, Box box, string title)
    {
        var bar = Swatch(chart, fill, box);
        bar.Add(new XAttribute("class", "bar"), new XElement("title", title));
        return bar;
    }

    /// <summary>A filled rectangle.</summary>
    public static XElement Swatch(string chart, Fill fill, Box box) => new("rect",
        Place("x", box.X), Place("y", box.Y), Place("width", box.Width), Place("height", box.Height),
        new XAttribute("fill", fill.Paint(chart)), new XAttribute("stroke", fill.Ink));

    /// <summary>Text whose middle stands at the height given.</summary>
    /// <param name="anchor">start, middle or end: what of the text stands at <paramref name="x"/>.</param>
    /// <param name="style">Class of the page's style, or null.</param>
    public static XElement Text(double x, double y, string text, string anchor = "start", string? style = null) =>
        new("text", Place("x", x), Place("y", y + LowerHalf), new XAttribute("text-anchor", anchor),
            style is null ? null : new XAttribute("class", style), text);

    /// <summary>Text inside a filled area.</summary>
    public static XElement TextOn(Fill fill, Box box, string text) =>
        Text(box.MiddleX, box.MiddleY, text, "middle", fill.Dark ? "on-dark" : "on-strokes");

    public static XElement Line(double x1, double y1, double x2, double y2, string style) =>
        new("line", Place("x1", x1), Place("y1", y1), Place("x2", x2), Place("y2", y2), new XAttribute("class", style));

    /// <summary>About how long a text is: a Japanese character is as wide as it is high.</summary>
    public static double WidthOf(string text) => TextSize * text.Sum(c => c < '\u0100' ? 0.6 : 1.0);

    private static XAttribute Place(string name, double value) =>
        new(name, value.ToString("0.#", CultureInfo.InvariantCulture));
}
