using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>A call of an activity or a sub-orchestrator that the orchestrator may await.</summary>
internal sealed class PendingCall<T>(string name, int id) : TaskCompletionSource<T>, IPendingCall
{
    public void Complete(byte[]? result, Payloads payloads)
    {
        try
        {
            SetResult(payloads.Read<T>(result));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException)
        {
            SetException(e);
        }
    }

    public void Fail(TaskFailureDetails details) => SetException(new TaskFailedException(name, id, details));
}
