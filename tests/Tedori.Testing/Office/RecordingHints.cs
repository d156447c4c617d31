using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Testing.Office;

/// <summary>Writes hints down, or loses them as a task hub that does not answer.</summary>
internal sealed class RecordingHints(List<string> log) : IHints
{
    public bool Losing { get; set; }

    public List<string> Given { get; } = [];

    public Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default) => Give($"opened {caseId}");

    public Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default) => Give($"changed {caseId}");

    public Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default) => Give($"opened {round}");

    public Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default) => Give($"changed {round}");

    public Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default) =>
        Give($"pending {notice}");

    public Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default) =>
        Give($"changed {notice}");

    public Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default) => Give($"canary {due}");

    public Task BulkPendingAsync(BulkId bulk, CancellationToken cancellation = default) => Give($"bulk {bulk}");

    private Task Give(string hint)
    {
        lock (log)
        {
            log.Add($"hint {hint}");
            if (!Losing)
                Given.Add(hint);
        }

        return Task.CompletedTask;
    }
}
