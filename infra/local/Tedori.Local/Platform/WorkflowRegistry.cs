using Microsoft.DurableTask;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Rounds;

namespace Tedori.Local.Platform;

/// <summary>All orchestrators and activities by name.</summary>
internal static class WorkflowRegistry
{
    public static DurableTaskRegistry All() => new DurableTaskRegistry()
        .AddOrchestrator<CaseOrchestrator>()
        .AddOrchestrator<RoundOrchestrator>()
        .AddOrchestrator<NoticeOrchestrator>()
        .AddActivity<Advance>()
        .AddActivity<AdvanceRound>()
        .AddActivity<PublishResults>()
        .AddActivity<SendNotice>()
        .AddActivity<CheckNotice>()
        .AddActivity<ReportMailTrouble>();
}
