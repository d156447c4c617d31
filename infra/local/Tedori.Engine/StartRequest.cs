using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <summary>
/// Starts an instance. As with the Functions host: an id whose instance has ended is taken over by the new instance, an
/// id whose instance has not ended is refused. Where the caller names statuses, those are refused and all others are
/// taken over, an instance that still runs being terminated first.
/// </summary>
internal sealed class StartRequest(InstanceRow row, IReadOnlyList<string>? refused) : Request
{
    public override string Creates => row.Id;

    public override void Apply(Dispatcher dispatcher)
    {
        if (dispatcher.Find(row.Id) is { } existing)
        {
            if (Refuses(existing))
            {
                Reject(new InvalidOperationException(
                    $"An orchestration instance '{row.Id}' already exists with status {existing.Status}."));
                return;
            }
            if (!existing.IsTerminal) dispatcher.End(existing, OrchestrationRuntimeStatus.Terminated, null);
            dispatcher.Remove(existing);
        }
        dispatcher.Begin(row);
        dispatcher.AcknowledgeWhenWritten(this);
    }

    private bool Refuses(Instance existing) => refused is null
        ? !existing.IsTerminal
        : refused.Contains(existing.Status.ToString(), StringComparer.OrdinalIgnoreCase);
}
