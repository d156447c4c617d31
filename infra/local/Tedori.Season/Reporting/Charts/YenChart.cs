namespace Tedori.Season.Reporting.Charts;

/// <summary>Yen granted in each round.</summary>
internal static class YenChart
{
    private const string Id = "yen";
    private const long Unit = 10_000;

    public static Chart Of(SeasonReport report)
    {
        var max = report.Rounds.Select(r => InUnits(r.YenGranted)).DefaultIfEmpty().Max();
        var columns = new Columns(report.Rounds, max, 30, 220);
        return new(Id, "回ごとの支給額(万円、1万円未満は四捨五入)", Describe(report), columns.Bottom + 28, [Fill.Green],
            [.. columns.Ground(), .. report.Rounds.SelectMany((r, i) => Column(columns, r, i))]);
    }

    private static long InUnits(long yen) => (yen + Unit / 2) / Unit;

    private static IEnumerable<Shape> Column(Columns columns, RoundReport round, int index)
    {
        var units = InUnits(round.YenGranted);
        var box = columns.Part(index, 0, units);
        yield return Shape.Bar(Id, Fill.Green, box, $"{Wording.OfRound(round)} {Digits.Of(round.YenGranted)}円");
        yield return Shape.Text(box.MiddleX, box.Y - 12, Digits.Of(units), "middle", "strong");
    }

    private static string Describe(SeasonReport report) =>
        string.Join("、", report.Rounds.Select(r => $"{Wording.OfRound(r)}{Digits.Of(r.YenGranted)}円"))
        + $"。合計{Digits.Of(report.Totals.YenGranted)}円。";
}
