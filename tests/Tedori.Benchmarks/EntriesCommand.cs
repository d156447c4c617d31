using System.CommandLine;
using Tedori.Local;

namespace Tedori.Benchmarks;

/// <summary><c>entries</c>: measures the opening minute, one JSON line.</summary>
internal static class EntriesCommand
{
    private const int MostEntries = 90_000;
    private const int MostConnections = 250;

    private static readonly Option<int> N = new("--n") { Description = "Entries.", DefaultValueFactory = _ => 2_000 };

    private static readonly Option<int> Connections = new("--connections")
    {
        Description = "Connections that enter at once.",
        DefaultValueFactory = _ => 64,
    };

    public static Command Create()
    {
        var command = new Command(
            "entries", "Let companies enter all at once over HTTP, with the durability of serve, and count.")
        {
            N, Connections,
        };
        command.SetAction((parsed, _) =>
        {
            var (n, connections) = (parsed.GetValue(N), parsed.GetValue(Connections));
            if (n is < 1 or > MostEntries)
                throw new UsageException($"--n {n} is out of range: give 1 to {MostEntries}.");
            if (connections is < 1 or > MostConnections)
                throw new UsageException($"--connections {connections} is out of range: give 1 to {MostConnections}.");
            return EntryBench.RunAsync(n, connections, Console.Out);
        });
        return command;
    }
}
