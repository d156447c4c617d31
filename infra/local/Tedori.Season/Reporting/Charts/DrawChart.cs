namespace Tedori.Season.Reporting.Charts;

/// <summary>Entries of each round by result of the draw, against the places.</summary>
internal static class DrawChart
{
    private const string Id = "draw";
    private const double LowestWithText = 18;
    private const double Overhang = 7;

    private static readonly (Fill Fill, string Label, Func<RoundReport, long> Of)[] Parts =
    [
        (Fill.Blue, "当選", r => r.Won),
        (Fill.BlueRising, "落選", r => r.Lost),
        (Fill.GreyDots, "抽選対象外", r => r.Excluded),
    ];

    public static Chart Of(SeasonReport report)
    {
        var legend = new Legend(0, Chart.Width);
        foreach (var (fill, label, _) in Parts)
            legend.Add(Id, fill, label);
        legend.AddLine("places", "枠(予定社数に繰入を加えた数)");
        var max = report.Rounds.Select(r => Math.Max(Sum(r), Places(r))).DefaultIfEmpty().Max();
        var columns = new Columns(report.Rounds, max, legend.Bottom + 34, 240);
        return new(Id, "回ごとの抽選結果と枠(社)", Describe(report), columns.Bottom + 48, [.. Parts.Select(p => p.Fill)],
            [.. legend.Marks, .. columns.Ground(), .. report.Rounds.SelectMany((r, i) => Column(columns, r, i))]);
    }

    private static long Sum(RoundReport round) => Parts.Sum(p => p.Of(round));

    private static long Places(RoundReport round) => (long)round.Places + round.CarriedIn;

    private static IEnumerable<Shape> Column(Columns columns, RoundReport round, int index)
    {
        var from = 0L;
        foreach (var (fill, label, of) in Parts)
        {
            var box = columns.Part(index, from, from + of(round));
            yield return Shape.Bar(Id, fill, box, $"{Wording.OfRound(round)} {label} {Digits.Of(of(round))}社");
            if (box.Height >= LowestWithText)
                yield return Shape.TextOn(fill, box, Digits.Of(of(round)));
            from += of(round);
        }

        foreach (var mark in Marker(columns, round, index))
            yield return mark;
        var top = columns.At(Math.Max(from, Places(round)));
        yield return Shape.Text(columns.MiddleOf(index), top - 14, $"計{Digits.Of(from)}", "middle", "strong");
    }

    private static IEnumerable<Shape> Marker(Columns columns, RoundReport round, int index)
    {
        var half = columns.ColumnWidth / 2 + Overhang;
        var (x, y) = (columns.MiddleOf(index), columns.At(Places(round)));
        yield return Shape.Line(x - half, y, x + half, y, "places-edge");
        yield return Shape.Line(x - half, y, x + half, y, "places");
        yield return Shape.Text(x, columns.Bottom + 36, $"枠{Digits.Of(Places(round))}", "middle");
    }

    private static string Describe(SeasonReport report) =>
        string.Concat(report.Rounds.Select(r =>
            $"{Wording.OfRound(r)}は、エントリー{Digits.Of(Sum(r))}社、当選{Digits.Of(r.Won)}社、落選{Digits.Of(r.Lost)}社、"
            + $"抽選対象外{Digits.Of(r.Excluded)}社、枠{Digits.Of(Places(r))}社(うち繰入{Digits.Of(r.CarriedIn)}社)。"));
}
