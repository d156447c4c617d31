using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Programme.Serialization;

namespace Tedori.Benchmarks;

/// <summary>An engine in a folder that goes away, with a record of the batches it wrote.</summary>
internal sealed class BenchFolder : IAsyncDisposable
{
    private readonly string folder;
    private readonly BatchTape tape = new();

    private BenchFolder(string folder) => this.folder = folder;

    public DurableEngine Engine { get; private set; } = null!;

    public static string NewPath() => Path.Combine(
        Environment.GetEnvironmentVariable("TEDORI_BENCH_FOLDER") ?? Path.GetTempPath(),
        "tedori-bench-" + Guid.NewGuid().ToString("N"));

    public static Task<BenchFolder> OpenAsync(ITimeline timeline)
    {
        ResetPeak();
        return ReopenAsync(NewPath(), timeline);
    }

    public static async Task<BenchFolder> ReopenAsync(string folder, ITimeline timeline)
    {
        var bench = new BenchFolder(folder);
        bench.Engine = await OpenEngineAsync(folder, timeline, bench.tape.Record);
        return bench;
    }

    private static async Task<DurableEngine> OpenEngineAsync(
        string folder, ITimeline timeline, Action<List<RowChange>> observer)
    {
        var registry = new DurableTaskRegistry();
        BenchOrchestrations.Register(registry);
        var engine = await DurableEngine.OpenAsync(new EngineOptions
        {
            DataConverter = new JsonDataConverter(TedoriJson.Options),
            DataFolder = folder,
            Timeline = timeline,
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
            Observer = observer,
        });
        engine.Start();
        return engine;
    }

    /// <summary>Where the measured part begins among the recorded batches.</summary>
    public int Mark() => tape.Count;

    /// <summary>
    /// How long SQLite alone takes for the batches since the mark: the median of three repetitions, because one alone
    /// differs from the next by half.
    /// </summary>
    public TimeSpan RepeatWithoutEngine(int mark)
    {
        var repetitions = new List<TimeSpan>();
        while (repetitions.Count < 3) repetitions.Add(RepeatOnce(mark));
        return repetitions.Order().ElementAt(1);
    }

    private TimeSpan RepeatOnce(int mark)
    {
        var other = NewPath();
        Directory.CreateDirectory(other);
        try
        {
            using var rows = new RowWriter(Schema.Open(Path.Combine(other, "engine.db"), fullSync: true));
            rows.Write(RowsOfEarlierProcesses(), at: 0);
            foreach (var batch in tape.Play().Take(mark)) rows.Write(batch, at: 0);
            var spent = TimeSpan.Zero;
            foreach (var batch in tape.Play().Skip(mark))
            {
                var started = Stopwatch.GetTimestamp();
                rows.Write(batch, at: 0);
                spent += Stopwatch.GetElapsedTime(started);
            }
            return spent;
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    /// <summary>Rows that this process only updated: another one had inserted them.</summary>
    private List<RowChange> RowsOfEarlierProcesses() => tape.Play()
        .SelectMany(b => b)
        .Where(c => c.Operation is RowOperation.Insert or RowOperation.Update)
        .DistinctBy(c => c.Key)
        .Where(c => c.Operation == RowOperation.Update)
        .Select(c => new RowChange { Key = c.Key, Operation = RowOperation.Insert, Row = c.Row })
        .ToList();

    public static double PeakMiB()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kib = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return Math.Round(long.Parse(kib, System.Globalization.CultureInfo.InvariantCulture) / 1024.0, 1);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    public static void ResetPeak()
    {
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
    }
}
