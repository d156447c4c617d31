using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;

namespace Tedori.Season.Checks;

/// <summary>All that the record holds of one case.</summary>
internal sealed record CaseDossier(
    CaseId Id,
    CaseSnapshot Snapshot,
    IReadOnlyList<EventRow> Rows,
    IReadOnlyList<CaseEvent> Events,
    IReadOnlyList<AttemptRow> Attempts,
    IReadOnlyList<SentNotice> Sent,
    int Unsent)
{
    public CaseState State => Snapshot.State;
}
