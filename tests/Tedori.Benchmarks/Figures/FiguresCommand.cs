using System.CommandLine;
using NodaTime;
using Tedori.Local;
using Tedori.Programme.Calendar;

namespace Tedori.Benchmarks.Figures;

/// <summary><c>figures</c>: measures what the README files state, and writes it there.</summary>
internal static class FiguresCommand
{
    private static readonly Option<string[]> Only = new("--only")
    {
        Description = $"Measure these tables only: {string.Join(", ", FigureTables.All.Select(t => t.Name))}.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> Small = new("--small")
    {
        Description = "Measure small sizes, print the tables and write nothing: shows that the command works.",
    };

    private static readonly Option<string?> Root = new("--root")
    {
        Description = "The repository whose README files are written. Default: the one around the current folder.",
    };

    public static Command Create()
    {
        var command = new Command(
            "figures",
            "Measure what the README files state and write it between their markers."
                + " Takes an hour: let nothing else run.")
        {
            Only, Small, Root,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var tables = Chosen(parsed.GetValue(Only) ?? []);
        var small = parsed.GetValue(Small);
        var files = parsed.GetValue(Root) is { } root
            ? new FigureFile(Path.GetFullPath(root))
            : FigureFile.OfRepository(Environment.CurrentDirectory);
        if (!small)
            tables.ForEach(table => files.Read(table)); // an hour is not to end at a marker that is missing
        var measurement = new Measurement(small ? FigureSizes.Small : FigureSizes.Usual, files.Root, Say);
        foreach (var (table, i) in tables.Select((table, i) => (table, i)))
        {
            Say($"{table.Name} ({i + 1} of {tables.Count})");
            var rows = await measurement.RowsAsync(table, cancellation);
            var set = new FigureSet(Today(), Environment.ProcessorCount, rows);
            if (small)
                Console.Write($"{table.File}, {table.Name}\n{table.Write(set)}\n");
            else
                files.Write(table, set);
        }

        return 0;
    }

    private static List<FigureTable> Chosen(string[] names)
    {
        if (names.Except(FigureTables.All.Select(t => t.Name)).FirstOrDefault() is { } unknown)
            throw new UsageException(
                $"--only '{unknown}' is unknown: give {string.Join(", ", FigureTables.All.Select(t => t.Name))}.");
        return [.. FigureTables.All.Where(t => names.Length == 0 || names.Contains(t.Name))];
    }

    private static LocalDate Today() => JapanTime.DateOf(SystemClock.Instance.GetCurrentInstant());

    private static void Say(string what) => Console.Error.WriteLine($"figures: {what}");
}
