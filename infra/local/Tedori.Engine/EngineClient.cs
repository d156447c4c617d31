using System.Text;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Tedori.Engine;

/// <summary>The engine as triggers and staff see it: what it has answered is on disk.</summary>
internal sealed partial class EngineClient(
    Dispatcher dispatcher, InstanceQueries queries, DataConverter converter, string defaultVersion)
    : DurableTaskClient("local")
{
    private static readonly char[] Forbidden = ['/', '\\', '#', '?'];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        RefuseBadId(id);
        await Send(new StartRequest(
            new InstanceRow
            {
                Key = 0,
                Id = id,
                Name = orchestratorName.Name,
                Version = options?.Version is { } version ? version.Version : defaultVersion,
                Status = OrchestrationRuntimeStatus.Pending,
                CreatedAt = 0,
                StartAt = options?.StartAt is { } at ? Instant.FromDateTimeOffset(at).ToUnixTimeTicks() : null,
                Input = Bytes(input),
                Tags = options?.Tags is { Count: > 0 } tags ? tags : null,
            },
            options?.DedupeStatuses), cancellation);
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return Send(new RaiseRequest(instanceId, eventName, converter.Serialize(eventPayload)), cancellation);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Wait(new InstanceWaiter(instanceId, forEnd: false), getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Wait(new InstanceWaiter(instanceId, forEnd: true), getInputsAndOutputs, cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var output = Bytes(options?.Output);
        return Send(new TerminateRequest(instanceId, output, options?.Recursive ?? false), cancellation);
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Send(new OrderRequest(instanceId, suspends: true, reason), cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Send(new OrderRequest(instanceId, suspends: false, reason), cancellation);

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var row = queries.Find(instanceId)
            ?? throw new ArgumentException($"There is no orchestration instance '{instanceId}'.", nameof(instanceId));
        var id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
        var fresh = new InstanceRow
        {
            Key = 0,
            Id = id,
            Name = row.Name,
            Version = row.Version,
            Status = OrchestrationRuntimeStatus.Pending,
            CreatedAt = 0,
            Input = row.Input,
            Tags = row.Tags,
        };
        await Send(new StartRequest(fresh, null), cancellation);
        return id;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private byte[]? Bytes(object? value) =>
        converter.Serialize(value) is { } text ? Encoding.UTF8.GetBytes(text) : null;

    private Task Send(Request request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        dispatcher.Post(request);
        return cancellation.CanBeCanceled ? request.Done.WaitAsync(cancellation) : request.Done;
    }

    private async Task<OrchestrationMetadata> Wait(InstanceWaiter waiter, bool full, CancellationToken cancellation)
    {
        dispatcher.Post(waiter);
        return queries.Describe(await waiter.Found.WaitAsync(cancellation), full);
    }

    private static void RefuseBadId(string id)
    {
        if (id.Length is 0 or > 100 || id.IndexOfAny(Forbidden) >= 0 || id.Any(char.IsControl))
            throw new ArgumentException(
                $"'{id}' is no instance id: 1 to 100 characters without / \\ # ? are.", nameof(id));
    }
}
