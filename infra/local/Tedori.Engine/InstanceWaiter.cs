namespace Tedori.Engine;

/// <summary>A caller that waits for an instance to start or to end.</summary>
internal sealed class InstanceWaiter(string instanceId, bool forEnd) : Message
{
    private readonly TaskCompletionSource<InstanceRow> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string Follows => instanceId;

    public string InstanceId => instanceId;

    public Task<InstanceRow> Found => found.Task;

    public static InvalidOperationException Missing(string instanceId) =>
        new($"There is no orchestration instance '{instanceId}'.");

    public bool TryAnswer(InstanceRow row)
    {
        var reached = forEnd
            ? row.IsTerminal
            : row.Status != Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Pending;
        if (reached) found.TrySetResult(row);
        return reached;
    }

    public override void Apply(Dispatcher dispatcher) => dispatcher.Wait(this);

    public override void Reject(Exception reason) => found.TrySetException(reason);
}
