namespace Tedori.Season.Reporting.Charts;

/// <summary>How many winners of each round registered and were granted.</summary>
internal static class FunnelChart
{
    private const string Id = "funnel";
    private const double Left = 64;
    private const double Room = 172;
    private const double BarHeight = 16;
    private const double RoundHeight = 66;

    private static readonly (Fill Fill, string Label, Func<RoundReport, long> Of)[] Stages =
    [
        (Fill.Blue, "当選", r => r.Won),
        (Fill.BlueRising, "企業登録", r => r.Registered),
        (Fill.Green, "支給決定", r => r.Granted),
    ];

    public static Chart Of(SeasonReport report)
    {
        var legend = new Legend(0, Chart.Width);
        foreach (var (fill, label, _) in Stages)
            legend.Add(Id, fill, label);
        var top = legend.Bottom + 16;
        var max = report.Rounds.SelectMany(r => Stages.Select(s => s.Of(r))).DefaultIfEmpty().Max();
        var scale = Scale.Of(max, Chart.Width - Left - Room);
        return new(Id, "当選から支給決定まで(社、括弧内は当選に対する割合)", Describe(report),
            top + RoundHeight * report.Rounds.Count, [.. Stages.Select(s => s.Fill)],
            [.. legend.Marks, .. report.Rounds.SelectMany((r, i) => Rows(scale, r, top + RoundHeight * i))]);
    }

    private static IEnumerable<Shape> Rows(Scale scale, RoundReport round, double top)
    {
        yield return Shape.Text(Left - 10, top + BarHeight * 1.5, Wording.OfRound(round), "end", "strong");
        var y = top;
        foreach (var (fill, label, of) in Stages)
        {
            var box = new Box(Left, y, scale.At(of(round)), BarHeight);
            yield return Shape.Bar(Id, fill, box, $"{Wording.OfRound(round)} {label} {Digits.Of(of(round))}社");
            yield return Shape.Text(box.Right + 6, box.MiddleY, $"{label} {Figure(of(round), round.Won)}");
            y += BarHeight + 2;
        }

        yield return Shape.Line(Left, top - 4, Left, y + 2, "axis");
    }

    private static string Figure(long value, long won) =>
        value == won ? Digits.Of(value) : $"{Digits.Of(value)}({Digits.Percent(value, won)})";

    private static string Describe(SeasonReport report) =>
        string.Concat(report.Rounds.Select(r =>
            $"{Wording.OfRound(r)}は、当選{Digits.Of(r.Won)}社、企業登録{Digits.Of(r.Registered)}社、"
            + $"支給決定{Digits.Of(r.Granted)}社。"));
}
