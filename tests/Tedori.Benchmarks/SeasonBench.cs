using System.Globalization;
using System.Text.RegularExpressions;
using Tedori.Cli.Commands;
using Tedori.Local;
using Tedori.Programme.Editions;
using Tedori.Season;
using Tedori.Season.Checks;
using Tedori.Season.Reporting;

namespace Tedori.Benchmarks;

/// <summary>Plays a season, as the command of that name does, and measures it.</summary>
internal static partial class SeasonBench
{
    public static async Task<SeasonBenchResult> RunAsync(int entries, CancellationToken cancellation)
    {
        var options = new SeasonOptions(EditionReader.R7(), entries, Seed: 1);
        options.Check();
        using var folder = WorkFolder.Of(null);
        await using var run = await SeasonRun.OpenAsync(options, folder.Path, cancellation);
        var figures = await run.PlayAsync(new Unwatched(), cancellation);
        return ResultOf(await run.ReportAsync(), figures);
    }

    /// <exception cref="UsageException">An invariant does not hold: such a season is not to be boasted of.</exception>
    private static SeasonBenchResult ResultOf(SeasonReport report, RunFigures figures) => new(
        report.EntriesPerRound, report.Totals.Entries, Math.Round(figures.Wall.TotalSeconds, 2), figures.Events,
        figures.PeakMemoryMib, [.. report.Invariants.Select(CountOf)]);

    private static SeasonCheckCount CountOf(Invariant invariant)
    {
        var match = Counted().Match(invariant.Detail);
        return invariant.Held && match.Success
            ? new(invariant.Name, NumberOf(match.Groups[1].Value), match.Groups[2].Value)
            : throw new UsageException($"The season is not sound ({invariant.Name}: {invariant.Detail}).");
    }

    private static long NumberOf(string text) =>
        long.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([\d,]+) (.+) checked$")]
    private static partial Regex Counted();

    private sealed class Unwatched : IProgress<SeasonProgress>
    {
        public void Report(SeasonProgress value)
        {
        }
    }
}
