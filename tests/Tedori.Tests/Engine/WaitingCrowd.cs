using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Engine;

/// <summary>A process that starts many waiting instances and says how much memory it took at most.</summary>
internal static class WaitingCrowd
{
    private const int Wave = 5_000;

    public static async Task RunAsync(string folder, int count)
    {
        await using var engine = await DurableEngine.OpenAsync(new EngineOptions
        {
            DataConverter = new JsonDataConverter(TedoriJson.Options),
            DataFolder = folder,
            Timeline = RunningTimeline.FromSystemClock(),
            Registry = new DurableTaskRegistry().AddOrchestratorFunc("Wait", WaitAsync),
            Services = new ServiceCollection().BuildServiceProvider(),
            FullSync = false,
        });
        engine.Start();
        foreach (var wave in Enumerable.Range(0, count).Chunk(Wave))
        {
            await Task.WhenAll(wave.Select(i => engine.Client.ScheduleNewOrchestrationInstanceAsync(
                "Wait", new StartOrchestrationOptions(IdOf(i)))));
        }
        await engine.WhenIdleAsync();
        var waiting = 0;
        await foreach (var found in engine.Client.GetAllInstancesAsync(new OrchestrationQuery()))
            if (found.RuntimeStatus == OrchestrationRuntimeStatus.Running) waiting++;
        // The first one was let go long ago; it must still take its event.
        await engine.Client.RaiseEventAsync(IdOf(0), "go", 7);
        var first = await engine.Client.WaitForInstanceCompletionAsync(IdOf(0), getInputsAndOutputs: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{waiting} {first.ReadOutputAs<int>()} {PeakKibibytes()}"));
    }

    private static async Task<int> WaitAsync(TaskOrchestrationContext context)
    {
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromDays(30), stop.Token);
        var signal = context.WaitForExternalEvent<int>("go", stop.Token);
        var first = await Task.WhenAny(timer, signal);
        var value = first == timer ? 0 : await signal;
        stop.Cancel();
        return value;
    }

    private static string IdOf(int i) => $"wait-{i:D6}";

    private static long PeakKibibytes()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
