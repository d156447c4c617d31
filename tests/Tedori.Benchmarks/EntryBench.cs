using System.Diagnostics;
using System.Text.Json;
using Tedori.Programme.Editions;

namespace Tedori.Benchmarks;

/// <summary>
/// Measures the opening minute on the served pages, with the durability of <c>serve</c>: the entries are the first
/// requests of the process.
/// </summary>
internal static class EntryBench
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes one line of JSON; the exit code is 1 when an entry was lost or doubled.</summary>
    public static async Task<int> RunAsync(int entries, int connections, TextWriter output)
    {
        var folder = BenchFolder.NewPath();
        Directory.CreateDirectory(folder);
        try
        {
            await using var site = await RushSite.OpenAsync(folder, EditionReader.R7());
            var rush = new EntryRush(site.Address, EditionReader.R7());
            var started = Stopwatch.GetTimestamp();
            var outcomes = await rush.RunAsync(entries, connections);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var list = await site.SealAsync();
            string[] listed = [.. list.Where(r => r.Exclusion is null).Select(r => r.CaseId.ToString())];
            var result = ResultOf(outcomes, listed, connections, seconds, site.WarmIn);
            await output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
            return result.Lost + result.Doubled > 0 ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static EntryBenchResult ResultOf(
        IReadOnlyList<RushOutcome> outcomes, string[] listed, int connections, double seconds, TimeSpan warmIn)
    {
        var acknowledged = outcomes.Select(o => o.Receipt).OfType<string>().ToList();
        var times = outcomes.Select(o => o.Elapsed.TotalMilliseconds).Order().ToList();
        return new(
            outcomes.Count, connections, Math.Round(outcomes.Count / seconds, 1), At(0.5), At(0.99), At(1),
            acknowledged.Count, acknowledged.Except(listed).Count(),
            listed.Length - listed.Intersect(acknowledged).Count(), Math.Round(warmIn.TotalMilliseconds));

        double At(double share) => Math.Round(times[(int)Math.Ceiling(share * times.Count) - 1], 1);
    }
}
