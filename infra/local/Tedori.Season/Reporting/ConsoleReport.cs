using Spectre.Console;
using Spectre.Console.Rendering;
using Tedori.Season.Checks;

namespace Tedori.Season.Reporting;

/// <summary>Shows a season on the console.</summary>
internal static class ConsoleReport
{
    /// <summary>One table on a wide terminal; otherwise blocks of plain lines, never wrapped or cut.</summary>
    public static void Write(IAnsiConsole console, SeasonReport report, RunFigures figures)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (WideRounds.Fitting(report, console) is { } table)
            console.Write(table);
        else
            WriteLines(console, PlainRounds.Lines(report));
        WriteLines(console, Totals(report));
        WriteLines(console, Notices(report));
        WriteInvariants(console, report.Invariants);
        WriteLines(console, ["", Run(figures)]);
    }

    private static IEnumerable<string> Totals(SeasonReport report) =>
    [
        "",
        $"programme {Wording.OneLine(report.Programme)}, seed {Seed(report)}, "
            + $"{Digits.Of(report.EntriesPerRound)} entries asked for per round",
        $"lapsed {Digits.Of(report.Totals.Lapsed)}, reinstated {Digits.Of(report.Totals.Reinstated)}, "
            + $"filings refused {Digits.Of(report.Totals.RefusedFilings)}, mails {Digits.Of(report.Totals.Mails)}, "
            + $"case events {Digits.Of(report.Totals.CaseEvents)}",
    ];

    private static IEnumerable<string> Notices(SeasonReport report)
    {
        var names = report.Notices.Keys.Select(k => Wording.OneLine(k).Length).DefaultIfEmpty().Max();
        var counts = report.Notices.Values.Select(v => Digits.Of(v).Length).DefaultIfEmpty().Max();
        return
        [
            "",
            "Notices by kind",
            .. Wording.InOrder(report.Notices).Select(
                n => $"  {Wording.OneLine(n.Key).PadRight(names)}  {Digits.Of(n.Value).PadLeft(counts)}"),
        ];
    }

    private static void WriteInvariants(IAnsiConsole console, IReadOnlyList<Invariant> invariants)
    {
        var failed = invariants.Count(i => !i.Held);
        WriteLines(console, ["", $"Invariants: {Digits.Of(invariants.Count)} checked, {Digits.Of(failed)} failed"]);
        foreach (var invariant in invariants)
        {
            var (word, colour) = invariant.Held ? ("held  ", Color.Green) : ("FAILED", Color.Red);
            console.Write(new Text($"  {word}", new Style(colour)));
            WriteLines(console, [$"  {Wording.OneLine(invariant.Name)}: {Wording.OneLine(invariant.Detail)}"]);
        }
    }

    private static string Run(RunFigures figures) =>
        $"wall time {Digits.Of(figures.Wall.TotalSeconds, 2)} s, {Digits.Of(figures.Events)} events, "
        + $"{Digits.Of(figures.EventsPerSecond, 0)} events/s, peak memory {Digits.Of(figures.PeakMemoryMib)} MiB, "
        + $"sweeps {Digits.Of(figures.Sweeps)}, mended {Digits.Of(figures.Mended)}";

    private static string Seed(SeasonReport report) =>
        report.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Not through the renderer: that would fold a line at the width of a terminal that may not be there.
    private static void WriteLines(IAnsiConsole console, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            console.Profile.Out.Writer.WriteLine(line);
    }
}

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
        [Wording.ShortOfRound(round), .. columns.Select(c => Digits.Of(c.Of(round)))];
}

/// <summary>Right-aligned columns in plain text: as wide as it must be, never cut.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    /// <summary>Lines of a table; a head may have several lines, which stand on the rule.</summary>
    public static IEnumerable<string> Lines(
        IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> foot)
    {
        var stacked = Stacked(heads);
        int[] widths = [.. heads.Select((_, i) => stacked.Concat(rows).Append(foot).Max(r => r[i].Length))];
        var rule = new string('-', widths.Sum() + Gap * (widths.Length - 1));
        return
        [
            .. stacked.Select(h => Line(h, widths)), rule,
            .. rows.Select(r => Line(r, widths)), rule,
            Line(foot, widths),
        ];
    }

    private static IReadOnlyList<IReadOnlyList<string>> Stacked(IReadOnlyList<string> heads)
    {
        string[][] split = [.. heads.Select(h => h.Split('\n'))];
        var height = split.Max(s => s.Length);
        return [.. Enumerable.Range(0, height).Select(
            line => (string[])[.. split.Select(s => s.ElementAtOrDefault(line - height + s.Length) ?? "")])];
    }

    private static string Line(IReadOnlyList<string> cells, int[] widths) =>
        string.Join(new string(' ', Gap), cells.Select((cell, i) => cell.PadLeft(widths[i]))).TrimEnd();
}

/// <summary>The rounds as one table for a wide terminal.</summary>
internal static class WideRounds
{
    private const int FewestColumns = 150;
    private static readonly int[] Paddings = [1, 0];

    /// <summary>The table as roomy as the console allows, or null where it would have to be cut.</summary>
    public static Table? Fitting(SeasonReport report, IAnsiConsole console) =>
        console.Profile.Out.IsTerminal && console.Profile.Width >= FewestColumns
            ? Paddings.Select(p => Of(report, p)).FirstOrDefault(t => Fits(t, console))
            : null;

    private static Table Of(SeasonReport report, int padding)
    {
        var columns = RoundColumn.AllOf(report);
        var table = new Table { Border = TableBorder.Simple, ShowFooters = true };
        table.AddColumn(Column("round", "total", padding));
        foreach (var column in columns)
            table.AddColumn(Column(Head(column), column.TotalText, padding));
        foreach (var round in report.Rounds)
            table.AddRow([new Text(Wording.ShortOfRound(round)), .. columns.Select(c => new Text(Digits.Of(c.Of(round))))]);
        return table;
    }

    private static bool Fits(Table table, IAnsiConsole console) =>
        ((IRenderable)table).Measure(RenderOptions.Create(console), int.MaxValue / 2).Max <= console.Profile.Width;

    private static string Head(RoundColumn column) =>
        column.Theme == RoundTheme.Lapsed ? "lapsed\n" + column.English : column.English;

    private static TableColumn Column(string head, string foot, int padding) => new(new Text(head))
    {
        Footer = new Text(foot, new Style(decoration: Decoration.Bold)),
        Alignment = Justify.Right,
        NoWrap = true,
        Padding = new Padding(padding, 0, 0, 0),
    };
}
