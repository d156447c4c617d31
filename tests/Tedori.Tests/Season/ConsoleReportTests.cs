using System.Globalization;
using System.Text;
using Spectre.Console;
using Tedori.Season.Reporting;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

public sealed class ConsoleReportTests
{
    private static readonly string LongDetail =
        string.Join(", ", Enumerable.Range(1, 60).Select(i => $"R7-01-{i:0000}"));

    [Fact]
    public void Write_Redirected_ShowsEveryNumberAndCutsNoLine()
    {
        var report = SampleSeason.Of([.. SampleSeason.Held, new("outcomes", false, LongDetail)]);
        var lines = Lines(report, terminal: false, width: 80);

        var text = string.Concat(lines.Select(Spaced));
        Assert.All(Numbers(report), n => Assert.Contains($" {n} ", text, StringComparison.Ordinal));
        Assert.Contains($"  FAILED  outcomes: {LongDetail}", lines);
        Assert.Contains($"  held    places: {SampleSeason.Held[0].Detail}", lines);
        Assert.DoesNotContain(lines, l => l.Contains('…', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, 80)]
    [InlineData(false, 200)]
    [InlineData(true, 80)]
    public void Write_RedirectedOrNarrow_KeepsTheRoundsWithinEightyColumns(bool terminal, int width)
    {
        var lines = Lines(SampleSeason.Of(), terminal, width);

        Assert.All(lines.SkipLast(1), l => Assert.InRange(l.Length, 0, 80));
        foreach (var round in SampleSeason.Of().Rounds)
            Assert.Equal(3, lines.Count(l => l.StartsWith($"{round.Round,5}  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_Redirected_ShowsEachRoundInThreeBlocks()
    {
        var lines = Lines(SampleSeason.Of(), terminal: false, width: 80);

        foreach (var round in SampleSeason.Of().Rounds)
        {
            var number = Text(round.Round);
            string[] all = [.. OfRound(round)];
            string[][] blocks =
            [
                [number, .. all[..6], .. all[^2..]], [number, .. all[6..12]], [number, .. all[12..^2]],
            ];
            Assert.Equal(blocks, lines.Select(Words).Where(w => w.Length > 5 && w[0] == number));
        }
    }

    [Theory]
    [InlineData(150)]
    [InlineData(200)]
    public void Write_WideTerminal_ShowsARoundInOneRow(int width)
    {
        var lines = Lines(SampleSeason.Of(), terminal: true, width);

        foreach (var round in SampleSeason.Of().Rounds)
        {
            string[] row = [Text(round.Round), .. OfRound(round)];
            Assert.Single(lines, l => Words(l).SequenceEqual(row));
        }
    }

    [Fact]
    public void Write_WideTerminalButWiderNumbers_FallsBackToPlainLines()
    {
        var sample = SampleSeason.Of();
        var huge = sample with
        {
            Rounds = [.. sample.Rounds.Select(r => r with { Entries = int.MaxValue, YenGranted = long.MaxValue })],
        };
        var lines = Lines(huge, terminal: true, width: 150);

        Assert.Contains(lines, l => l.EndsWith(Text(long.MaxValue), StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Outcomes", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_LastLine_IsTheRun() => Assert.Equal(
        "wall time 23.46 s, 412,345 events, 17,580 events/s, peak memory 287 MiB, sweeps 1,234, mended 5",
        Lines(SampleSeason.Of(), terminal: false, width: 80)[^1]);

    [Fact]
    public void Write_ControlCharactersAndMarkup_AreShownAsText()
    {
        var lines = Lines(
            SampleSeason.Of([new("[red]name[/]", false, "one\ntwo\u001b[31m")]), terminal: true, width: 160);

        Assert.Contains("  FAILED  [red]name[/]: one two [31m", lines);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Spaced(string line) => $" {line} ".Replace(", ", "  ", StringComparison.Ordinal);

    private static IEnumerable<string> Numbers(SeasonReport report) =>
    [
        .. report.Rounds.SelectMany(OfRound),
        .. report.Notices.Values.Select(v => Text(v)),
        .. OfTotals(report.Totals).Select(v => Text(v)),
    ];

    private static IEnumerable<string> OfRound(RoundReport r)
    {
        long[] values =
        [
            r.Entries, r.Excluded, r.Places, r.CarriedIn, r.Won, r.Lost, r.Registered,
            .. r.Lapsed.Values.Select(v => (long)v), r.Withdrawn, r.Ineligible, r.Granted, r.Refused, r.YenGranted,
            r.ResultNoticesSent, r.LatestResultBusinessDay,
        ];
        return values.Select(Text);
    }

    private static IEnumerable<long> OfTotals(SeasonTotals t) =>
        typeof(SeasonTotals).GetProperties().Select(p => Convert.ToInt64(p.GetValue(t), CultureInfo.InvariantCulture));

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string[] Lines(SeasonReport report, bool terminal, int width)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Screen(writer, terminal, width),
        });
        ConsoleReport.Write(console, report, SampleSeason.Figures);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private sealed record Screen(TextWriter Writer, bool IsTerminal, int Width) : IAnsiConsoleOutput
    {
        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
