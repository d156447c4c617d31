using Microsoft.DurableTask.Client;
using Tedori.Programme.Cases;

namespace Tedori.Season.Checks;

/// <summary>Every case ends in exactly one outcome, and no orchestration is left or failed.</summary>
internal sealed class OutcomeCheck(DurableTaskClient client) : ISeasonCheck
{
    private readonly Findings findings = new("outcomes");

    public void Add(CaseDossier dossier)
    {
        var closings = dossier.Events.Count(Closes) - dossier.Events.Count(
            e => e is CaseEvent.Reinstated or CaseEvent.Promoted);
        findings.Expect(closings == 1 && dossier.State.Outcome is not null,
            () => $"{dossier.Id}: {closings} outcomes, {dossier.State.Step}");
    }

    public async Task<Invariant> FinishAsync()
    {
        var query = new OrchestrationQuery(Statuses:
        [
            OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending,
            OrchestrationRuntimeStatus.Suspended,
            OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
        ]);
        await foreach (var left in client.GetAllInstancesAsync(query))
            findings.Found($"{left.Name} {left.InstanceId} is {left.RuntimeStatus}");
        return findings.ToInvariant("cases");
    }

    /// <summary>Whether an event ends a case.</summary>
    internal static bool Closes(CaseEvent e) => e is CaseEvent.Lost or CaseEvent.Excluded or CaseEvent.Declined
        or CaseEvent.Retracted or CaseEvent.Abandoned or CaseEvent.Lapsed or CaseEvent.EligibilityFailed
        or CaseEvent.GrantDecided or CaseEvent.GrantRefused;
}
