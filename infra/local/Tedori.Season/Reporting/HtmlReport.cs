using System.Globalization;
using System.Xml.Linq;
using Tedori.Season.Checks;
using Tedori.Season.Reporting.Charts;

namespace Tedori.Season.Reporting;

/// <summary>Shows a season as one page that needs nothing else: no script, no other file.</summary>
internal static class HtmlReport
{
    private const string Title = "奨励金事業 通年シミュレーション報告";

    /// <summary>The page. It is built as a tree, so that every text in it is escaped.</summary>
    public static string Of(SeasonReport report, RunFigures figures)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(figures);
        var page = new XElement("html", new XAttribute("lang", "ja"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"),
                    new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", $"{Title}({Wording.OneLine(report.Programme)})"),
                new XElement("style", ReportStyle.Sheet)),
            new XElement("body",
                Header(report),
                new XElement("main",
                    InvariantSection.Of(report.Invariants), KeyFigures(report.Totals), Charts(report), Tables(report),
                    Run(report.Totals, figures))));
        return $"<!DOCTYPE html>\n{page}\n";
    }

    private static XElement Header(SeasonReport report) => new("header",
        new XElement("h1", Title),
        new XElement("p", $"制度の版 {Wording.OneLine(report.Programme)}、全{Digits.Of(report.Rounds.Count)}回、"
            + $"1回当たりのエントリー {Digits.Of(report.EntriesPerRound)}社(指定値)、"
            + $"乱数の種 {report.Seed.ToString(CultureInfo.InvariantCulture)}"),
        new XElement("p", "架空の企業による運用の試験であり、実際の申請の記録ではありません。"));

    private static XElement KeyFigures(SeasonTotals totals) => Section("figures", "主な数値", new XElement("dl",
        new XAttribute("class", "figures"),
        Figure("エントリー", totals.Entries, "社"),
        Figure("当選", totals.Won, "社"),
        Figure("企業登録済", totals.Registered, "社"),
        Figure("支給決定", totals.Granted, "社"),
        Figure("支給額", totals.YenGranted, "円")));

    private static XElement Figure(string name, long value, string unit) => new("div",
        new XElement("dt", name),
        new XElement("dd", Digits.Of(value), new XElement("span", unit)));

    private static XElement Charts(SeasonReport report)
    {
        Chart[] charts =
        [
            DrawChart.Of(report), FunnelChart.Of(report), OutcomeChart.Of(report), YenChart.Of(report),
            NoticeChart.Of(report),
        ];
        return Section("charts", "図で見る結果",
            [Note("note narrow", "図と表は横に送れます。"), .. charts.Select((chart, i) => chart.ToFigure(i + 1))]);
    }

    private static XElement Tables(SeasonReport report) => Section("tables", "回ごとの結果と通知",
        RoundTable.Of(report, "表2 エントリーと抽選(社。結果通知は通)", RoundTheme.Draw, RoundTheme.Result),
        Note("note", "繰入は、前の回までに空いた枠を加えた数です。空いた枠は次の回へ再び繰り入れることがあるため、合計しません。"
            + "「最も遅い通知」は、受付期間の最終日の翌日から数えた営業日で、合計の欄は全回のうち最も遅いものです。"),
        RoundTable.Of(report, "表3 登録、期限徒過と結果(社。支給額は円)",
            RoundTheme.Registered, RoundTheme.Lapsed, RoundTheme.Outcome),
        HtmlTable.Pairs("表4 送った通知(種類別)", "種類", "通",
            Wording.InOrder(report.Notices).Select(n => (Wording.OfNotice(n.Key), Digits.Of(n.Value)))));

    private static XElement Run(SeasonTotals totals, RunFigures figures) => Section("run", "実行の記録",
        HtmlTable.Pairs("表5 件数と実行", "項目", "値",
        [
            ("期限徒過(件)", Digits.Of(totals.Lapsed)),
            ("期限徒過の取消し(件)", Digits.Of(totals.Reinstated)),
            ("受け付けなかった提出(件)", Digits.Of(totals.RefusedFilings)),
            ("メール(通)", Digits.Of(totals.Mails)),
            ("申請の記録(件)", Digits.Of(totals.CaseEvents)),
            ("所要時間(秒)", Digits.Of(figures.Wall.TotalSeconds, 2)),
            ("処理数(件)", Digits.Of(figures.Events)),
            ("1秒当たりの処理数(件)", Digits.Of(figures.EventsPerSecond, 0)),
            ("最大メモリ(MiB)", Digits.Of(figures.PeakMemoryMib)),
            ("見回り(回)", Digits.Of(figures.Sweeps)),
            ("見回りで直したもの(件)", Digits.Of(figures.Mended)),
        ]));

    private static XElement Note(string style, string text) =>
        new("p", new XAttribute("class", style), text);

    private static XElement Section(string id, string title, params XElement[] content) => new("section",
        new XAttribute("aria-labelledby", id),
        new XElement("h2", new XAttribute("id", id), title),
        content);
}

/// <summary>The part of the page that says whether the season may be trusted.</summary>
internal static class InvariantSection
{
    private const string Caption = "表1 常に成り立つべきこと";

    public static XElement Of(IReadOnlyList<Invariant> invariants) => new("section",
        new XAttribute("aria-labelledby", "checks"),
        new XElement("h2", new XAttribute("id", "checks"), "検査の結果"),
        Summary(invariants),
        invariants.Count == 0 ? null : Table(invariants));

    private static XElement Summary(IReadOnlyList<Invariant> invariants)
    {
        Invariant[] failed = [.. invariants.Where(i => !i.Held)];
        var (style, word, text) = (invariants.Count, failed.Length) switch
        {
            (0, _) => ("failed", "検査なし", "検査の記録がありません。"),
            (var all, 0) => ("held", "すべて成立", $"{Digits.Of(all)}件の検査がすべて成立しました。"),
            (var all, var some) => ("failed", "不成立あり", $"{Digits.Of(all)}件の検査のうち{Digits.Of(some)}件が不成立です。"),
        };
        return new("div", new XAttribute("class", $"summary {style}"),
            new XElement("p", new XAttribute("class", "verdict"), word),
            new XElement("p", text),
            failed.Length == 0 ? null : new XElement("ul",
                failed.Select(f => new XElement("li", Wording.OneLine($"{f.Name}: {f.Detail}")))));
    }

    private static XElement Table(IReadOnlyList<Invariant> invariants) => HtmlTable.Scrolling(new("table",
        new XAttribute("class", "invariants"),
        new XElement("caption", Caption),
        new XElement("thead", new XElement("tr",
            HtmlTable.Head("判定", "col"), HtmlTable.Head("項目", "col"), HtmlTable.Head("内容", "col"))),
        new XElement("tbody", invariants.Select(Row))), Caption);

    private static XElement Row(Invariant invariant) => new("tr",
        new XElement("td", new XElement("span",
            new XAttribute("class", invariant.Held ? "mark held" : "mark failed"), invariant.Held ? "✓ 成立" : "✕ 不成立")),
        HtmlTable.Head(Wording.OneLine(invariant.Name), "row"),
        new XElement("td", Wording.OneLine(invariant.Detail)));
}
