using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Data;
using Tedori.Programme.Serialization;

namespace Tedori.Local.Host;

/// <summary>
/// Registers the wrappers of orchestrators and activities with the engine, so that the very code of Azure runs.
/// </summary>
internal static class DurableWrappers
{
    public static DurableTaskRegistry Registry(FunctionCatalog catalog, IServiceProvider services)
    {
        var registry = new DurableTaskRegistry();
        foreach (var (function, _) in catalog.With<OrchestrationTriggerAttribute>())
        {
            registry.AddOrchestratorFunc<object?, object?>(
                function.Name, (context, _) => Orchestrate(function, services, context));
        }

        AddActivities(registry, catalog, services);
        return registry;
    }

    /// <summary>Adds the activities alone to a registry of whoever runs them.</summary>
    public static void AddActivities(DurableTaskRegistry registry, FunctionCatalog catalog, IServiceProvider services)
    {
        foreach (var (function, _) in catalog.With<ActivityTriggerAttribute>())
        {
            registry.AddActivityFunc<JsonElement, object?>(
                function.Name, (_, input) => ActAsync(function, services, input));
        }
    }

    // No await here: an orchestrator may wait for nothing but its context.
    private static Task<object?> Orchestrate(
        FunctionEntry function, IServiceProvider services, TaskOrchestrationContext context) =>
        function.InvokeAsync(services, _ => context);

    private static async Task<object?> ActAsync(FunctionEntry function, IServiceProvider services, JsonElement input)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        try
        {
            return await function.InvokeAsync(provider, parameter =>
                parameter == function.TriggerParameter ? InputOf(parameter.ParameterType, input)
                : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
                : provider.GetRequiredService<DurableTaskClient>());
        }
        catch (StorageFullException full) when (services.GetService<StorageAlarm>() is { } alarm)
        {
            // Left open, not failed: its orchestration would use up its retries and give up.
            // The next owner of the folder runs it again.
            alarm.Ring(full);
            return await new TaskCompletionSource<object?>().Task;
        }
    }

    private static object? InputOf(Type type, JsonElement input) =>
        input.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : input.Deserialize(type, TedoriJson.Options);
}
