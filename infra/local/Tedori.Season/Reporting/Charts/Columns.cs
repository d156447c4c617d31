namespace Tedori.Season.Reporting.Charts;

/// <summary>The ground of a chart with an upright column per round: axis, grid, names of the rounds.</summary>
internal sealed class Columns
{
    private const double Left = 64;
    private const double WidestColumn = 44;

    private readonly IReadOnlyList<RoundReport> rounds;
    private readonly double pitch;

    /// <param name="rounds">The rounds.</param>
    /// <param name="max">Greatest value.</param>
    /// <param name="top">Where the plot begins.</param>
    /// <param name="height">How high it is.</param>
    public Columns(IReadOnlyList<RoundReport> rounds, long max, double top, double height)
    {
        this.rounds = rounds;
        Bottom = top + height;
        Scale = Scale.Of(max, height);
        pitch = (Chart.Width - Left) / Math.Max(1, rounds.Count);
    }

    public double Bottom { get; }

    public Scale Scale { get; }

    public double ColumnWidth => Math.Min(WidestColumn, pitch * 0.7);

    /// <summary>Where a value stands.</summary>
    public double At(long value) => Bottom - Scale.At(value);

    public double MiddleOf(int column) => Left + pitch * (column + 0.5);

    /// <summary>The part of a column between two values.</summary>
    public Box Part(int column, long from, long to) =>
        new(MiddleOf(column) - ColumnWidth / 2, At(to), ColumnWidth, At(from) - At(to));

    public IEnumerable<Shape> Ground() =>
    [
        .. Scale.Ticks.Select(t => Shape.Line(Left, At(t), Chart.Width, At(t), t == 0 ? "axis" : "grid")),
        .. Scale.Ticks.Select(t => Shape.Text(Left - 8, At(t), Digits.Of(t), "end")),
        .. rounds.Select((r, i) => Shape.Text(MiddleOf(i), Bottom + 16, Wording.OfRound(r), "middle")),
    ];
}
