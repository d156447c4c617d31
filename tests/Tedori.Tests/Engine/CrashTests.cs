using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask.Client;
using Tedori.Testing;

namespace Tedori.Tests.Engine;

public sealed class CrashTests
{
    private const int Seed = 20_250_519;
    private const string Crash = "-- killed";

    [Fact]
    public async Task Process_KilledAtRandomPoints_LosesNothingAcknowledgedAndRepeatsNoCompletedActivity()
    {
        var points = Environment.GetEnvironmentVariable("TEDORI_SOAK") == "1" ? 200 : 15;
        var folder = Path.Combine(Path.GetTempPath(), "tedori-crash-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            var random = new Random(Seed);
            // Each third is killed after it has signalled, so that some have on a slow machine too; the others wherever they are.
            for (var point = 0; point < points; point++)
                await KillOneAsync(folder, point % 3 == 2, random.Next(0, 120));
            await CheckAsync(new CrashLedger(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task KillOneAsync(string folder, bool signalled, int more)
    {
        var ledger = new CrashLedger(folder);
        var effects = ledger.Effects;
        var before = await ProgressAsync();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet") start.FileName = "dotnet";
        foreach (var argument in (string[])["exec", typeof(CrashChild).Assembly.Location, folder])
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var clock = Stopwatch.StartNew();
        while (await ProgressAsync() == before && clock.Elapsed < Patience.Limit && !child.HasExited)
            await Task.Yield();
        var seen = clock.ElapsedMilliseconds;
        while (clock.ElapsedMilliseconds < seen + more) await Task.Yield();
        Assert.False(child.HasExited, child.HasExited ? await child.StandardError.ReadToEndAsync() : "");
        child.Kill();
        await child.WaitForExitAsync();
        await File.AppendAllTextAsync(effects, Crash + "\n");

        async Task<long> ProgressAsync() =>
            signalled ? (await IdsAsync(ledger, "event ")).Count : LengthOf(effects);
    }

    private static async Task CheckAsync(CrashLedger ledger)
    {
        await using var engine = await ledger.OpenAsync();
        var started = await IdsAsync(ledger, "start ");
        var signalled = await IdsAsync(ledger, "event ");
        Assert.NotEmpty(signalled);
        // Those too whose start was never acknowledged: nothing may still run when the folder goes.
        var all = started.ToHashSet();
        await foreach (var found in engine.Client.GetAllInstancesAsync(new OrchestrationQuery()))
            if (!found.InstanceId.EndsWith("-child", StringComparison.Ordinal)) all.Add(found.InstanceId);
        foreach (var id in all.Except(signalled)) await engine.Client.RaiseEventAsync(id, "go", 0);
        foreach (var id in all)
        {
            var end = await engine.Client.WaitForInstanceCompletionAsync(id).WaitAsync(Patience.Limit);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        }
        var effects = await File.ReadAllLinesAsync(ledger.Effects);
        var sinceCrash = new HashSet<string>();
        foreach (var line in effects)
        {
            if (line == Crash) sinceCrash.Clear();
            else Assert.True(sinceCrash.Add(line), $"'{line}' ran twice without a crash between.");
        }
        var perInstance = effects.Where(l => l != Crash).Select(l => l.Split(' ')).ToLookup(
            l => l[0].Replace("-child", "", StringComparison.Ordinal),
            l => int.Parse(l[1], CultureInfo.InvariantCulture));
        foreach (var id in all)
        {
            var steps = perInstance[id].ToList();
            Assert.Equal([0, 1, 2, 3, 4], steps.Distinct());
            Assert.Equal(steps.Order(), steps);
        }
    }

    private static async Task<HashSet<string>> IdsAsync(CrashLedger ledger, string prefix)
    {
        if (!File.Exists(ledger.Acknowledged))
            return [];
        var lines = new List<string>();
        // While the child writes.
        await using var stream = new FileStream(ledger.Acknowledged, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
            lines.Add(line);
        return lines.Where(l => l.StartsWith(prefix, StringComparison.Ordinal))
            .Select(l => l[prefix.Length..])
            .ToHashSet();
    }

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
