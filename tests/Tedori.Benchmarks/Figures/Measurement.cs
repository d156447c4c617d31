using Tedori.Programme.Serialization;

namespace Tedori.Benchmarks.Figures;

/// <summary>Measures each table. Every benchmark runs in a process of its own, as the first thing in it.</summary>
internal sealed class Measurement(FigureSizes sizes, string root, Action<string> progress)
{
    private readonly Dictionary<int, SeasonBenchResult> seasons = [];

    private static readonly Dictionary<string, string> Workloads = new()
    {
        ["W1"] = "five activities each",
        ["W2"] = "all wake at one instant",
        ["W3"] = "one event each",
        ["W4"] = "killed, restarted, one event each",
    };

    public async Task<IReadOnlyList<IReadOnlyList<Figure>>> RowsAsync(
        FigureTable table, CancellationToken cancellation) => table.Name switch
        {
            "engine" => await EngineAsync(cancellation),
            "entries" => await EntriesAsync(cancellation),
            "staff" => await StaffAsync(cancellation),
            "draw" => await DrawAsync(cancellation),
            "round" => await RoundAsync(cancellation),
            "transfers" => await TransfersAsync(cancellation),
            "checks" => [.. (await SeasonAsync(sizes.Seasons[0], cancellation)).Checks.Select(Row)],
            "sizes" => await SizesAsync(cancellation),
            "commands" => await CommandsAsync(cancellation),
            _ => throw new InvalidOperationException($"Nothing measures '{table.Name}'."),
        };

    private static IReadOnlyList<Figure> Row(SeasonCheckCount c) => [c.Name, c.Count, c.Of];

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> EngineAsync(CancellationToken cancellation)
    {
        string[] size = sizes.Instances is { } n ? ["--n", $"{n}"] : [];
        var lines = await Child.LinesAsync(["engine", .. size], cancellation);
        return [.. lines.Select(TedoriJson.Read<BenchResult>).Select(Row)];
    }

    private static IReadOnlyList<Figure> Row(BenchResult r) =>
    [
        r.Workload, r.N, Workloads[r.Workload], r.PerSecond,
        // The processes of W4 are cold, which plain SQLite is not.
        r.AllSeconds is null ? 100 * r.PerSecond / r.LimitPerSecond : Figure.None,
        r.FirstEventMs / 1000, r.AllSeconds, r.Lost,
    ];

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> EntriesAsync(CancellationToken cancellation)
    {
        var line = (await Child.LinesAsync(
            ["entries", "--n", $"{sizes.Entries}", "--connections", $"{sizes.Connections}"], cancellation)).Single();
        var r = TedoriJson.Read<EntryBenchResult>(line);
        return [[r.Entries, r.Connections, r.PerSecond, r.P50Ms, r.P99Ms, r.MaxMs, r.Lost, r.Doubled]];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> StaffAsync(CancellationToken cancellation)
    {
        var lines = await Child.LinesAsync(
            ["staff", "--cases", $"{sizes.Cases}", "--requests", $"{sizes.Requests}"], cancellation);
        var results = lines.Where(l => l.Contains("\"path\"", StringComparison.Ordinal))
            .Select(TedoriJson.Read<StaffBenchResult>).Chunk(2);
        return [.. results.Select(r => (IReadOnlyList<Figure>)
            [$"`{r[1].Path}`", r[1].Cases, r[0].MaxMs, r[1].P50Ms, r[1].P95Ms, r[1].Bytes / 1000.0, r[1].PeakRssMiB])];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> DrawAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("tedori-").FullName, "draw.json");
        try
        {
            var lines = await Child.LinesAsync(["draw", "--n", $"{sizes.Drawn}", "--out", file], cancellation);
            var r = TedoriJson.Read<DrawBenchResult>(lines.Single());
            var script = Path.Combine(root, "functions", "Tedori.Functions", "Public", "Draws", "verify_draw.py");
            var repeated = await Child.TimeAsync("python3", root, ["-B", script, file], cancellation);
            return [[r.Entries, r.Total / 1000.0, r.PeakMib, new FileInfo(file).Length / 1e6, repeated.TotalSeconds]];
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> RoundAsync(CancellationToken cancellation)
    {
        var played = await Child.LinesAsync(["round", "--entries", $"{sizes.Round}"], cancellation);
        var listed = await Child.LinesAsync(["round", "--entries", $"{sizes.Listed}"], cancellation);
        return [.. played.Concat(listed).Select(TedoriJson.Read<RoundBenchResult>).Select(r => (IReadOnlyList<Figure>)
            [r.Phase, r.Entries, r.Seconds, r.CpuSeconds, r.PeakMib, r.Transactions, r.Rows])];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> TransfersAsync(CancellationToken cancellation)
    {
        var lines = await Child.LinesAsync(["transfers", "--n", $"{sizes.Transfers}"], cancellation);
        return [.. lines.Select(TedoriJson.Read<TransferBenchResult>).Select(r => (IReadOnlyList<Figure>)
            [r.What, r.Payments, r.Seconds, r.Bytes / 1e6, r.PeakMib])];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> SizesAsync(CancellationToken cancellation)
    {
        var results = new List<SeasonBenchResult>();
        foreach (var entries in sizes.Seasons)
            results.Add(await SeasonAsync(entries, cancellation));
        return [.. results.Select(r => (IReadOnlyList<Figure>)
        [
            r.EntriesPerRound, r.Entries, r.Seconds / results[0].Seconds, r.Turns,
            (double)r.Turns / results[0].Turns, r.PeakMib,
        ])];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Figure>>> CommandsAsync(CancellationToken cancellation)
    {
        var season = await SeasonAsync(sizes.Seasons[0], cancellation);
        string[] filter = sizes.Tests is { } tests ? [tests] : [];
        progress("tests/run");
        var run = await Child.TimeAsync(Path.Combine(root, "tests", "run"), root, filter, cancellation);
        return
        [
            [
                "`dotnet run -c Release --project infra/local/Tedori.Cli -- season`",
                "the whole programme, in virtual time", season.Seconds / 60,
            ],
            ["`tests/run`", "build, format, publish, every test", run.TotalMinutes],
        ];
    }

    private async Task<SeasonBenchResult> SeasonAsync(int entries, CancellationToken cancellation)
    {
        if (seasons.TryGetValue(entries, out var known))
            return known;
        progress($"season --entries {entries}");
        var line = (await Child.LinesAsync(["season", "--entries", $"{entries}"], cancellation)).Single();
        return seasons[entries] = TedoriJson.Read<SeasonBenchResult>(line);
    }
}
