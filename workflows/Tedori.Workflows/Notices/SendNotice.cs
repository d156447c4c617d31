using Microsoft.DurableTask;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Sends a notice. Safe to repeat: the outbox row goes with the sending. The class name is storage format.
/// </summary>
[DurableTask(nameof(SendNotice))]
public sealed class SendNotice(NoticeDesk desk) : TaskActivity<string, NoticeProgress>
{
    /// <inheritdoc/>
    public override Task<NoticeProgress> RunAsync(TaskActivityContext context, string input) =>
        desk.SendAsync(NoticeId.Parse(input));
}
