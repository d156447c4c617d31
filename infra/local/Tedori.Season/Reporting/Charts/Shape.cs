namespace Tedori.Season.Reporting.Charts;

/// <summary>One of the few things that the charts are made of.</summary>
public abstract record Shape
{
    /// <summary>Height of the digits in units of the drawing; the page's style gives the text that size.</summary>
    public const double TextSize = 14;

    private const double LowerHalf = TextSize * 0.36;

    private Shape()
    {
    }

    /// <summary>A bar that stands for one number.</summary>
    public static Shape Bar(string chart, Fill fill, Box box, string title) =>
        new Area(box, fill.Paint(chart), fill.Ink, title);

    /// <summary>A filled rectangle.</summary>
    public static Shape Swatch(string chart, Fill fill, Box box) => new Area(box, fill.Paint(chart), fill.Ink, null);

    /// <summary>Text whose middle stands at the height given.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Height of its middle.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor">start, middle or end: what of the text stands at <paramref name="x"/>.</param>
    /// <param name="style">Class of the page's style, or null.</param>
    public static Shape Text(double x, double y, string text, string anchor = "start", string? style = null) =>
        new Label(x, y + LowerHalf, text, anchor, style);

    /// <summary>Text inside a filled area.</summary>
    public static Shape TextOn(Fill fill, Box box, string text) =>
        Text(box.MiddleX, box.MiddleY, text, "middle", fill.Dark ? "on-dark" : "on-strokes");

    /// <summary>A straight line.</summary>
    public static Shape Line(double x1, double y1, double x2, double y2, string style) =>
        new Stroke(x1, y1, x2, y2, style);

    /// <summary>About how long a text is: a Japanese character is as wide as it is high.</summary>
    public static double WidthOf(string text) => TextSize * text.Sum(c => c < '\u0100' ? 0.6 : 1.0);

    /// <summary>A rectangle; one with a title is a bar.</summary>
    public sealed record Area(Box Box, string Fill, string Ink, string? Title) : Shape;

    /// <summary>Words.</summary>
    public sealed record Label(double X, double Baseline, string Words, string Anchor, string? Style) : Shape;

    /// <summary>A line.</summary>
    public sealed record Stroke(double X1, double Y1, double X2, double Y2, string Style) : Shape;
}
