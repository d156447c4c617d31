using NodaTime;
using Spectre.Console;
using Tedori.Programme.Calendar;
using Tedori.Season;
using Tedori.Season.Reporting;

namespace Tedori.Cli.Commands;

/// <summary>Shows how far a season is: a bar on a terminal, a plain line per virtual month otherwise.</summary>
internal static class SeasonProgressBar
{
    public static Task<RunFigures> ShowAsync(
        IAnsiConsole console, SeasonOptions options, Func<IProgress<SeasonProgress>, Task<RunFigures>> play)
    {
        var start = SeasonDirector.StartOf(options);
        var last = options.Editions.SelectMany(e => e.Rounds).Max(r => r.Wage.Claim);
        var end = options.Until ?? JapanTime.At(last.PlusDays(75), LocalTime.Midnight);
        return console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive
            ? BarAsync(console, start, end, play)
            : play(new PlainLines(console));
    }

    private static Task<RunFigures> BarAsync(
        IAnsiConsole console, Instant start, Instant end, Func<IProgress<SeasonProgress>, Task<RunFigures>> play) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("season", maxValue: (end - start).TotalDays);
                var figures = await play(new Throttled(progress =>
                {
                    task.Value = Math.Min((progress.Now - start).TotalDays, task.MaxValue);
                    task.Description = $"{JapanTime.DateOf(progress.Now):uuuu-MM-dd}";
                }));
                task.Value = task.MaxValue;
                return figures;
            });

    /// <summary>Passes on only what a person could see.</summary>
    private sealed class Throttled(Action<SeasonProgress> show) : IProgress<SeasonProgress>
    {
        private LocalDate shown;

        public void Report(SeasonProgress value)
        {
            var date = JapanTime.DateOf(value.Now);
            if (date == shown)
                return;
            shown = date;
            show(value);
        }
    }

    private sealed class PlainLines(IAnsiConsole console) : IProgress<SeasonProgress>
    {
        private LocalDate shown;

        public void Report(SeasonProgress value)
        {
            var date = JapanTime.DateOf(value.Now);
            if (date.Month == shown.Month && date.Year == shown.Year)
                return;
            shown = date;
            console.Profile.Out.Writer.WriteLine(
                string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"{date:uuuu-MM-dd}  {value.Events:#,0} events"));
        }
    }
}
