using Microsoft.DurableTask;

namespace Tedori.Tests.Conformance;

/// <summary>Orchestrators that several specs run.</summary>
internal static class Samples
{
    /// <summary>Ends at once with its input.</summary>
    public static void Quick(DurableTaskRegistry r) =>
        r.AddOrchestratorFunc<string, string>("Quick", (_, input) => input);

    /// <summary>Waits for a number under the name x.</summary>
    public static void Waiting(DurableTaskRegistry r) =>
        r.AddOrchestratorFunc("Wait", c => c.WaitForExternalEvent<int>("x"));

    /// <summary>Waits for so many numbers under the name x.</summary>
    public static void Collecting(DurableTaskRegistry r) => r
        .AddOrchestratorFunc<int, List<int>>("Collect", async (c, n) =>
        {
            var got = new List<int>();
            while (got.Count < n) got.Add(await c.WaitForExternalEvent<int>("x"));
            return got;
        });

    /// <summary>A parent that waits for its child, which waits for a number under the name x.</summary>
    public static void Family(DurableTaskRegistry r) => r
        .AddOrchestratorFunc("Parent", c => c.CallSubOrchestratorAsync<int>(
            "Child", options: new SubOrchestrationOptions(instanceId: c.InstanceId + "-child")))
        .AddOrchestratorFunc("Child", c => c.WaitForExternalEvent<int>("x"));
}
