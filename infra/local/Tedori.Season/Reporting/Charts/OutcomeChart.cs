namespace Tedori.Season.Reporting.Charts;

/// <summary>How the cases of all winners ended.</summary>
internal static class OutcomeChart
{
    private const string Id = "outcome";
    private const double BarHeight = 56;
    private const double Left = 1;
    private const double FullWidth = Chart.Width - 2 * Left;

    public static Chart Of(SeasonReport report)
    {
        var parts = Parts(report.Totals);
        var whole = parts.Sum(p => p.Count);
        var legend = new Legend(BarHeight + 16, Chart.Width);
        foreach (var (fill, label, count) in parts)
            legend.Add(Id, fill, $"{label} {Digits.Of(count)}社({Digits.Percent(count, whole)})");
        return new(Id, $"当選した{Digits.Of(report.Totals.Won)}社の結果", Describe(parts), legend.Bottom + 4,
            [.. parts.Select(p => p.Fill)], [.. Bar(parts, whole), .. legend.Marks]);
    }

    private static (Fill Fill, string Label, long Count)[] Parts(SeasonTotals totals)
    {
        (Fill Fill, string Label, long Count)[] ended =
        [
            (Fill.Green, "支給決定", totals.Granted),
            (Fill.RedCrossed, "不支給決定", totals.Refused),
            (Fill.OrangeFalling, "不通過", totals.Ineligible),
            (Fill.GreyDots, "辞退・撤回・中止", totals.Withdrawn),
            (Fill.PurpleBars, "期限徒過", totals.Lapsed),
        ];
        var open = totals.Won - ended.Sum(p => p.Count);
        return open > 0 ? [.. ended, (Fill.Blank, "手続中", open)] : ended;
    }

    private static IEnumerable<Shape> Bar((Fill Fill, string Label, long Count)[] parts, long whole)
    {
        var x = Left;
        foreach (var (fill, label, count) in parts)
        {
            var box = new Box(x, 1, whole == 0 ? 0 : FullWidth * count / whole, BarHeight);
            yield return Shape.Bar(Id, fill, box, $"{label} {Digits.Of(count)}社");
            var text = $"{label} {Digits.Of(count)}";
            if (Shape.WidthOf(text) + 12 <= box.Width)
                yield return Shape.TextOn(fill, box, text);
            else if (Shape.WidthOf(Digits.Of(count)) + 8 <= box.Width)
                yield return Shape.TextOn(fill, box, Digits.Of(count));
            x = box.Right;
        }
    }

    private static string Describe((Fill Fill, string Label, long Count)[] parts) =>
        string.Join("、", parts.Select(p => $"{p.Label}{Digits.Of(p.Count)}社")) + "。";
}
