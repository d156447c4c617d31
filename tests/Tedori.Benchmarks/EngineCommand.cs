using System.CommandLine;
using Tedori.Local;

namespace Tedori.Benchmarks;

/// <summary><c>engine</c>: measures the engine beside plain SQLite, one JSON line a workload.</summary>
internal static class EngineCommand
{
    private const int MostInstances = 1_000_000;

    private static readonly Option<int?> N = new("--n")
    {
        Description = "Instances. Default: 2,000 for W1 and W3, 5,000 for W2 and W4.",
    };

    private static readonly Option<string?> Workload = new("--workload")
    {
        Description = "W1: 5 activities each; W2: all wake at one instant; W3: one event each; "
            + "W4: killed, restarted, one event each. Default: all.",
    };

    public static Command Create()
    {
        var command = new Command("engine",
            "Measure the engine with the durability of serve: the median of three runs as a line of JSON each.")
        {
            N, Workload,
        };
        command.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(N) is < 1 or > MostInstances)
                throw new UsageException($"--n {parsed.GetValue(N)} is out of range: give 1 to {MostInstances}.");
            if (parsed.GetValue(Workload) is { } workload
                && workload.ToUpperInvariant() is not ("W1" or "W2" or "W3" or "W4"))
                throw new UsageException($"--workload '{workload}' is unknown: give W1, W2, W3 or W4.");
            return EngineBench.RunAsync(parsed.GetValue(Workload), parsed.GetValue(N), Console.Out);
        });
        return command;
    }
}
