using System.CommandLine;
using Tedori.Cli.Commands;
using Tedori.Local;

namespace Tedori.Benchmarks;

/// <summary><c>draw</c>: measures sealing and draw of one large list, one JSON line.</summary>
internal static class DrawCommand
{
    private const int MostEntries = 5_000_000;

    private static readonly Option<int> N = new("--n")
    {
        Description = "Entries in the list.",
        DefaultValueFactory = _ => 1_000_000,
    };

    private static readonly Option<string?> Output = new("--out")
    {
        Description = "Keep the published draw in this file, for the verifiers. Default: a temporary file.",
    };

    public static Command Create()
    {
        var command = new Command("draw",
            "Measure sealing, draw and publication of one list: a line of JSON.") { N, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(N) is < 1 or > MostEntries)
            throw new UsageException($"--n {parsed.GetValue(N)} is out of range: give 1 to {MostEntries}.");
        if (parsed.GetValue(Output) is { } named)
            OutputFile.CheckWritable(named);
        using var folder = WorkFolder.Of(null);
        var file = parsed.GetValue(Output) ?? Path.Combine(folder.Path, "draw.json");
        Console.WriteLine(await DrawBench.RunAsync(parsed.GetValue(N), file, cancellation));
        return 0;
    }
}
