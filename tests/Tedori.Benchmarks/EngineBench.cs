using System.Diagnostics;
using System.Text.Json;

namespace Tedori.Benchmarks;

/// <summary>Measures the engine with the durability that <c>serve</c> has: the <c>bench</c> command.</summary>
public static class EngineBench
{
    private const int Rounds = 3;
    private const int WarmUpSize = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// Runs one workload (W1, W2, W3 or W4) or all of them, each three times, and writes each median as one line of
    /// JSON. Before that, W1 to W3 run unmeasured for a few seconds: a served engine runs for weeks, and the compiler's
    /// work of its first second would be all that a run of a tenth of a second shows. W4 starts new processes, so it
    /// shows just that.
    /// </summary>
    /// <returns>The exit code: 0, 1 when something was lost, or 2 when there is no such workload.</returns>
    public static async Task<int> RunAsync(string? workload, int? n, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        string[] all = ["W1", "W2", "W3", "W4"];
        var chosen = workload is null ? all : all.Where(w => w.Equals(workload, StringComparison.OrdinalIgnoreCase));
        var exit = 2;
        foreach (var name in chosen)
        {
            var result = await MedianAsync(name, n ?? (name is "W1" or "W3" ? 2_000 : 5_000));
            await output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
            exit = Math.Max(exit == 2 ? 0 : exit, result.Lost > 0 ? 1 : 0);
        }
        if (exit == 2) await output.WriteLineAsync($"There is no workload '{workload}'; choose W1, W2, W3 or W4.");
        return exit;
    }

    private static async Task<BenchResult> MedianAsync(string name, int n)
    {
        var cold = name == "W4" ? (double?)null : await WarmUpAsync(name, n);
        var results = new List<BenchResult>();
        for (var round = 0; round < Rounds; round++) results.Add(await OnceAsync(name, n));
        return results.OrderBy(r => r.PerSecond).ElementAt(Rounds / 2) with
        {
            Lost = results.Sum(r => r.Lost),
            ColdPerSecond = cold,
        };
    }

    private static async Task<double> WarmUpAsync(string name, int n)
    {
        var started = Stopwatch.GetTimestamp();
        var cold = await OnceAsync(name, Math.Min(n, WarmUpSize));
        while (Stopwatch.GetElapsedTime(started) < WarmUp) await OnceAsync(name, Math.Min(n, WarmUpSize));
        return cold.PerSecond;
    }

    private static Task<BenchResult> OnceAsync(string name, int n) => name switch
    {
        "W1" => EngineWorkloads.ActivitiesAsync(n),
        "W2" => EngineWorkloads.TimersAsync(n),
        "W3" => EngineWorkloads.EventsAsync(n),
        _ => RestartWorkload.MeasureAsync(n),
    };
}
