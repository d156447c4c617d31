using System.CommandLine;
using Tedori.Programme.Serialization;

namespace Tedori.Benchmarks;

/// <summary><c>season</c>: measures a season, one JSON line.</summary>
internal static class SeasonCommand
{
    private static readonly Option<int> Entries = new("--entries")
    {
        Description = "Entries per round, 20 to 20,000.",
        DefaultValueFactory = _ => 210,
    };

    public static Command Create()
    {
        var command = new Command("season", "Play a season and measure it: a line of JSON.") { Entries };
        command.SetAction(async (parsed, cancellation) =>
        {
            Console.WriteLine(TedoriJson.Write(await SeasonBench.RunAsync(parsed.GetValue(Entries), cancellation)));
            return 0;
        });
        return command;
    }
}
