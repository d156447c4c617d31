using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.DurableTask.Client;
using Tedori.Engine;

namespace Tedori.Benchmarks;

/// <summary>
/// W4: a process with waiting instances is killed without warning; another opens the folder, raises one event to each
/// and waits until all are complete. The processes are this program again, told its role by the environment.
/// </summary>
internal static class RestartWorkload
{
    private const string RoleName = "TEDORI_BENCH_ROLE";
    private const string FolderName = "TEDORI_BENCH_DATA";
    private const string CountName = "TEDORI_BENCH_N";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string? Role => Environment.GetEnvironmentVariable(RoleName);

    public static async Task<BenchResult> MeasureAsync(int n)
    {
        var folder = BenchFolder.NewPath();
        try
        {
            using (var filler = Launch("fill", folder, n))
            {
                await ReadAsync(filler, "ready");
                filler.Kill();
                await filler.WaitForExitAsync();
            }
            var started = Stopwatch.GetTimestamp();
            using var finisher = Launch("finish", folder, n);
            await ReadAsync(finisher, "first");
            var first = Stopwatch.GetElapsedTime(started);
            var report = (await ReadAsync(finisher, "done")).Split(' ');
            var all = Stopwatch.GetElapsedTime(started);
            var limit = (await ReadAsync(finisher, "limit")).Split(' ');
            await finisher.WaitForExitAsync();
            return Result(n, first, all, [.. report, limit[1]]);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<int> PlayAsync(string role, TextWriter output)
    {
        // As the command does.
        DurableEngine.WarmUp();
        var folder = Environment.GetEnvironmentVariable(FolderName) ?? throw new InvalidOperationException(FolderName);
        var n = int.Parse(Environment.GetEnvironmentVariable(CountName) ?? "0", CultureInfo.InvariantCulture);
        await using var bench = await BenchFolder.ReopenAsync(folder, RunningTimeline.FromSystemClock());
        if (role == "finish") return await FinishAsync(bench, n, output);
        await EngineWorkloads.StartWaitingAsync(bench.Engine, n);
        await SayAsync(output, "ready");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static async Task<int> FinishAsync(BenchFolder bench, int n, TextWriter output)
    {
        var laps = new LapClock(n);
        using var patience = new CancellationTokenSource(Patience);
        var clock = LapClock.Start();
        var first = FinishAsync(bench.Engine.Client, 0, laps, () => SayAsync(output, "first"), patience.Token);
        var ends = new List<bool> { await first };
        var rest = Enumerable.Range(1, n - 1);
        ends.AddRange(await Task.WhenAll(
            rest.Select(i => FinishAsync(bench.Engine.Client, i, laps, () => Task.CompletedTask, patience.Token))));
        var lost = ends.Count(completed => !completed);
        var ms = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var (cpu, peak) = (laps.CpuMicros(), BenchFolder.PeakMiB());
        var (p50, p99) = (laps.At(0.5), laps.At(0.99));
        await SayAsync(output, string.Create(
            CultureInfo.InvariantCulture, $"done {lost} {ms:F1} {peak:F1} {p50:F2} {p99:F2} {cpu:F1}"));
        var limit = bench.RepeatWithoutEngine(0).TotalMilliseconds;
        await SayAsync(output, string.Create(CultureInfo.InvariantCulture, $"limit {limit:F1}"));
        return lost == 0 ? 0 : 1;
    }

    private static async Task<bool> FinishAsync(
        DurableTaskClient client, int i, LapClock laps, Func<Task> acknowledged, CancellationToken patience)
    {
        var start = LapClock.Start();
        var id = EngineWorkloads.IdOf(i);
        await client.RaiseEventAsync(id, BenchOrchestrations.Go, i, patience);
        await acknowledged();
        try
        {
            var end = await client.WaitForInstanceCompletionAsync(id, patience);
            laps.Stop(i, start);
            return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static BenchResult Result(int n, TimeSpan first, TimeSpan all, string[] report)
    {
        double Number(int index) => double.Parse(report[index], CultureInfo.InvariantCulture);
        var ms = Number(2);
        return new BenchResult(
            "W4", n, Math.Round(n / ms * 1000), Number(4), Number(5), Number(3), Math.Round(n / Number(7) * 1000))
        {
            CpuMicros = Number(6),
            FirstEventMs = Math.Round(first.TotalMilliseconds, 1),
            AllSeconds = Math.Round(all.TotalSeconds, 3),
            Lost = (int)Number(1),
        };
    }

    private static async Task SayAsync(TextWriter output, string line)
    {
        await output.WriteLineAsync(line);
        await output.FlushAsync();
    }

    private static async Task<string> ReadAsync(Process process, string word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(word, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"The process ended before it said '{word}'.");
    }

    private static Process Launch(string role, string folder, int n)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
        start.Environment[RoleName] = role;
        start.Environment[FolderName] = folder;
        start.Environment[CountName] = n.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}
