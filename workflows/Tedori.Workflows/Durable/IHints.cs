using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Durable;

/// <summary>
/// Tells the orchestrations that the record changed. Hints may be lost, doubled or late: the record is the truth, and
/// the sweeper finds what was missed. So none of these throws where the back end does not answer.
/// </summary>
public interface IHints
{
    /// <summary>Makes sure that the case's orchestration runs.</summary>
    Task CaseOpenedAsync(CaseId caseId, CancellationToken cancellation = default);

    /// <summary>Wakes the case's orchestration.</summary>
    Task CaseChangedAsync(CaseId caseId, CancellationToken cancellation = default);

    /// <summary>Makes sure that the round's orchestration runs.</summary>
    Task RoundOpenedAsync(RoundId round, CancellationToken cancellation = default);

    /// <summary>Wakes the round's orchestration.</summary>
    Task RoundChangedAsync(RoundId round, CancellationToken cancellation = default);

    /// <summary>Makes sure that the notice's orchestration runs.</summary>
    Task NoticePendingAsync(NoticeId notice, CancellationToken cancellation = default);

    /// <summary>Wakes the notice's orchestration.</summary>
    Task NoticeChangedAsync(NoticeId notice, CancellationToken cancellation = default);

    /// <summary>Makes sure that the orchestration of the canary which is due then runs.</summary>
    Task CanaryPlantedAsync(Instant due, CancellationToken cancellation = default);

    /// <summary>Makes sure that the orchestration of work on many cases runs.</summary>
    Task BulkPendingAsync(BulkId bulk, CancellationToken cancellation = default);
}
