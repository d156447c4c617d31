using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Durable;

/// <summary>Wrappers of the notice's orchestrator and activities, none of which hints.</summary>
public sealed class NoticeFunctions(SendNotice send, CheckNotice check, ReportMailTrouble report)
{
    /// <summary>Runs <see cref="NoticeOrchestrator"/>.</summary>
    [Function(nameof(NoticeOrchestrator))]
    public static Task<NoticeState> RunNotice([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new NoticeOrchestrator().RunAsync(context, context.GetInput<string>()!);

    /// <summary>Runs <see cref="SendNotice"/>.</summary>
    [Function(nameof(SendNotice))]
    public Task<NoticeProgress> Send([ActivityTrigger] string notice) =>
        send.RunAsync(new WrapperContext(nameof(SendNotice)), notice);

    /// <summary>Runs <see cref="CheckNotice"/>.</summary>
    [Function(nameof(CheckNotice))]
    public Task<NoticeProgress> Check([ActivityTrigger] string notice) =>
        check.RunAsync(new WrapperContext(nameof(CheckNotice)), notice);

    /// <summary>Runs <see cref="ReportMailTrouble"/>.</summary>
    [Function(nameof(ReportMailTrouble))]
    public Task<bool> Report([ActivityTrigger] string notice) =>
        report.RunAsync(new WrapperContext(nameof(ReportMailTrouble)), notice);
}
