using Microsoft.DurableTask;

namespace Tedori.Benchmarks;

/// <summary>What the benchmark runs.</summary>
internal static class BenchOrchestrations
{
    public const string Five = "BenchFive";
    public const string Wait = "BenchWait";
    public const string Go = "go";

    public static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<int, int>(Five, async (context, input) =>
        {
            for (var i = 0; i < 5; i++) input = await context.CallActivityAsync<int>("BenchAdd", input);
            return input;
        })
        .AddOrchestratorFunc(Wait, async context =>
        {
            using var stop = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
            var signal = context.WaitForExternalEvent<int>(Go, stop.Token);
            var first = await Task.WhenAny(timer, signal);
            stop.Cancel();
            return first == timer ? "timer" : "event";
        })
        .AddActivityFunc<int, int>("BenchAdd", (_, input) => input + 1);
}
