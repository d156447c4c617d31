using System.Text;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Engine;

/// <summary>The workload that is killed: it writes down every side effect and every acknowledgement.</summary>
internal sealed class CrashLedger(string folder)
{
    private readonly Lock gate = new();

    public string Effects => Path.Combine(folder, "effects.txt");

    public string Acknowledged => Path.Combine(folder, "acknowledged.txt");

    public async Task<DurableEngine> OpenAsync()
    {
        var registry = new DurableTaskRegistry()
            .AddOrchestratorFunc<int, int>("Steps", StepsAsync)
            .AddOrchestratorFunc<int, int>("Child", (c, step) => c.CallActivityAsync<int>("Do", step))
            .AddActivityFunc<int, int>("Do", (c, step) => Write(Effects, $"{c.InstanceId} {step}", step));
        var engine = await DurableEngine.OpenAsync(new EngineOptions
        {
            DataConverter = new JsonDataConverter(TedoriJson.Options),
            DataFolder = folder,
            Timeline = RunningTimeline.FromSystemClock(),
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
        });
        engine.Start();
        return engine;
    }

    /// <summary>Starts and signals instances until the process is killed.</summary>
    public async Task RunAsync()
    {
        await using var engine = await OpenAsync();
        for (var i = 0; ; i++)
        {
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Steps", 0);
            Write(Acknowledged, $"start {id}", 0);
            await engine.Client.RaiseEventAsync(id, "go", i);
            Write(Acknowledged, $"event {id}", 0);
        }
    }

    private static async Task<int> StepsAsync(TaskOrchestrationContext context, int round)
    {
        if (round == 0)
        {
            for (var step = 0; step < 3; step++) await context.CallActivityAsync<int>("Do", step);
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            context.ContinueAsNew(1);
            return 0;
        }
        await context.CallSubOrchestratorAsync<int>(
            "Child", 3, new SubOrchestrationOptions(instanceId: context.InstanceId + "-child"));
        await context.WaitForExternalEvent<int>("go");
        return await context.CallActivityAsync<int>("Do", 4);
    }

    private int Write(string file, string line, int result)
    {
        lock (gate)
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
        return result;
    }
}
