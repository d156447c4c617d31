using Spectre.Console;
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
