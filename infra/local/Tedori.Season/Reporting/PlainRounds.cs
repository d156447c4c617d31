namespace Tedori.Season.Reporting;

/// <summary>The rounds as blocks of plain text that fit 80 columns.</summary>
internal static class PlainRounds
{
    public static IEnumerable<string> Lines(SeasonReport report)
    {
        var columns = RoundColumn.AllOf(report);
        return
        [
            .. Block(report, columns, "Draw and result notices (latest: business day after the close)",
                RoundTheme.Draw, RoundTheme.Result),
            "",
            .. Block(report, columns, "Company registrations, and lapses by step",
                RoundTheme.Registered, RoundTheme.Lapsed),
            "",
            .. Block(report, columns, "Outcomes", RoundTheme.Outcome),
        ];
    }

    private static IEnumerable<string> Block(
        SeasonReport report, IReadOnlyList<RoundColumn> all, string title, params RoundTheme[] themes)
    {
        RoundColumn[] columns = [.. all.Where(c => themes.Contains(c.Theme))];
        return
        [
            title,
            .. TextTable.Lines(
                ["round", .. columns.Select(c => c.English)],
                [.. report.Rounds.Select(r => Row(r, columns))],
                ["total", .. columns.Select(c => c.TotalText)]),
        ];
    }

    private static string[] Row(RoundReport round, RoundColumn[] columns) =>
        [Digits.Of(round.Round), .. columns.Select(c => Digits.Of(c.Of(round)))];
}
