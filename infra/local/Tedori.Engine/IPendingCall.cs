using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>A call whose result has not come yet.</summary>
internal interface IPendingCall
{
    void Complete(byte[]? result, Payloads payloads);

    void Fail(TaskFailureDetails details);
}
