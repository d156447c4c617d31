namespace Tedori.Season.Reporting.Charts;

/// <summary>Notices sent, by kind.</summary>
internal static class NoticeChart
{
    private const string Id = "notices";
    private const double RowHeight = 30;
    private const double BarHeight = 18;
    private const double Room = 80;
    private const double WidestName = 320;

    public static Chart Of(SeasonReport report)
    {
        (string Name, int Count)[] rows =
            [.. Wording.InOrder(report.Notices).Select(n => (Wording.OfNotice(n.Key), n.Value))];
        var left = Math.Min(WidestName, rows.Select(r => Shape.WidthOf(r.Name)).DefaultIfEmpty().Max()) + 12;
        var scale = Scale.Of(rows.Select(r => (long)r.Count).DefaultIfEmpty().Max(), Chart.Width - left - Room);
        var height = RowHeight * rows.Length;
        return new(Id, "送った通知の数(種類別、通)", Describe(rows), height, [Fill.Blue],
            [.. rows.SelectMany((r, i) => Row(scale, r.Name, r.Count, left, RowHeight * i)),
                Shape.Line(left, 0, left, height, "axis")]);
    }

    private static IEnumerable<Shape> Row(Scale scale, string name, long count, double left, double top)
    {
        var box = new Box(left, top + (RowHeight - BarHeight) / 2, scale.At(count), BarHeight);
        yield return Shape.Text(left - 10, box.MiddleY, name, "end");
        yield return Shape.Bar(Id, Fill.Blue, box, $"{name} {Digits.Of(count)}通");
        yield return Shape.Text(box.Right + 8, box.MiddleY, Digits.Of(count), "start", "strong");
    }

    private static string Describe(IEnumerable<(string Name, int Count)> rows) =>
        string.Join("、", rows.Select(r => $"{r.Name}{Digits.Of(r.Count)}通")) + "。";
}
