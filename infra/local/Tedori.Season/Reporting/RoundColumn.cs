namespace Tedori.Season.Reporting;

/// <summary>A column of the tables with a row per round.</summary>
/// <param name="Theme">What it is about; columns of a theme stand together.</param>
/// <param name="English">Head on the console, of one or two lines.</param>
/// <param name="Japanese">Head on the page.</param>
/// <param name="Of">The round's number.</param>
/// <param name="Total">The season's number, or null where the rounds add up to nothing.</param>
internal sealed record RoundColumn(
    RoundTheme Theme,
    string English,
    string Japanese,
    Func<RoundReport, long> Of,
    long? Total)
{
    public string TotalText => Total is { } total ? Digits.Of(total) : Digits.None;

    /// <summary>All columns of a report, in the order of the path.</summary>
    public static IReadOnlyList<RoundColumn> AllOf(SeasonReport report) =>
        [.. Draw(report), Registered(report), .. Lapses(report), .. Outcomes(report), .. Results(report)];

    private static RoundColumn[] Draw(SeasonReport report) =>
    [
        new(RoundTheme.Draw, "entries", "エントリー", r => r.Entries, report.Totals.Entries),
        new(RoundTheme.Draw, "ex-\ncluded", "抽選対象外", r => r.Excluded, report.Totals.Excluded),
        new(RoundTheme.Draw, "places", "予定社数", r => r.Places, report.Rounds.Sum(r => (long)r.Places)),
        // A place that stays free is carried again, so the sum would count it more than once.
        new(RoundTheme.Draw, "carried\nin", "繰入", r => r.CarriedIn, null),
        new(RoundTheme.Draw, "won", "当選", r => r.Won, report.Totals.Won),
        new(RoundTheme.Draw, "lost", "落選", r => r.Lost, report.Totals.Lost),
    ];

    private static RoundColumn Registered(SeasonReport report) =>
        new(RoundTheme.Registered, "regis-\ntered", "企業登録済", r => r.Registered, report.Totals.Registered);

    private static IEnumerable<RoundColumn> Lapses(SeasonReport report) =>
        report.Rounds.SelectMany(r => r.Lapsed.Keys).Distinct().Select(key =>
        {
            var (english, japanese) = Wording.OfStep(key);
            long At(RoundReport round) => round.Lapsed.GetValueOrDefault(key);
            return new RoundColumn(RoundTheme.Lapsed, english, japanese, At, report.Rounds.Sum(At));
        });

    private static RoundColumn[] Outcomes(SeasonReport report) =>
    [
        new(RoundTheme.Outcome, "with-\ndrawn", "辞退・撤回・中止", r => r.Withdrawn, report.Totals.Withdrawn),
        new(RoundTheme.Outcome, "ineli-\ngible", "不通過", r => r.Ineligible, report.Totals.Ineligible),
        new(RoundTheme.Outcome, "granted", "支給決定", r => r.Granted, report.Totals.Granted),
        new(RoundTheme.Outcome, "refused", "不支給決定", r => r.Refused, report.Totals.Refused),
        new(RoundTheme.Outcome, "yen\ngranted", "支給額(円)", r => r.YenGranted, report.Totals.YenGranted),
    ];

    private static RoundColumn[] Results(SeasonReport report) =>
    [
        new(RoundTheme.Result, "result\nnotices", "結果通知", r => r.ResultNoticesSent,
            report.Rounds.Sum(r => (long)r.ResultNoticesSent)),
        new(RoundTheme.Result, "latest\nday", "最も遅い通知(営業日目)", r => r.LatestResultBusinessDay,
            report.Rounds.Select(r => (long?)r.LatestResultBusinessDay).Max()),
    ];
}
