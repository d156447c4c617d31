namespace Tedori.Engine;

/// <summary>A caller's order that is answered once it is on disk.</summary>
internal abstract class Request : Message
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool IsCall => true;

    public Task Done => done.Task;

    public void Acknowledge() => done.TrySetResult();

    public override void Reject(Exception reason) => done.TrySetException(reason);
}
