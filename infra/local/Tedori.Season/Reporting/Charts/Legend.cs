namespace Tedori.Season.Reporting.Charts;

/// <summary>What each mark of a chart means, in as many rows as it takes.</summary>
internal sealed class Legend
{
    public const double RowHeight = 26;

    private const double SwatchSize = 18;
    private const double TextAt = SwatchSize + 8;
    private const double Between = 24;

    private readonly List<Shape> marks = [];
    private readonly double right;
    private double x;
    private double y;

    public Legend(double top, double right)
    {
        this.right = right;
        y = top;
    }

    public IReadOnlyList<Shape> Marks => marks;

    /// <summary>Where the legend ends.</summary>
    public double Bottom => y + RowHeight;

    public Legend Add(string chart, Fill fill, string label) =>
        Add(label, () => Shape.Swatch(chart, fill, new(x, y + 4, SwatchSize, SwatchSize)));

    public Legend AddLine(string style, string label) =>
        Add(label, () => Shape.Line(x, y + 4 + SwatchSize / 2, x + SwatchSize, y + 4 + SwatchSize / 2, style));

    private Legend Add(string label, Func<Shape> mark)
    {
        var width = TextAt + Shape.WidthOf(label);
        if (x > 0 && x + width > right)
        {
            x = 0;
            y += RowHeight;
        }

        x = Math.Max(x, 1);
        marks.Add(mark());
        marks.Add(Shape.Text(x + TextAt, y + 4 + SwatchSize / 2, label));
        x += width + Between;
        return this;
    }
}
