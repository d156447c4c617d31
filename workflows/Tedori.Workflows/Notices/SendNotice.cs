using Microsoft.DurableTask;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Sends a notice. Safe to repeat: the outbox row goes with the sending. The class name is storage format.
/// </summary>
[DurableTask(nameof(SendNotice))]
public sealed class SendNotice(NoticeService service) : TaskActivity<string, NoticeProgress>
{
    /// <inheritdoc/>
    public override Task<NoticeProgress> RunAsync(TaskActivityContext context, string input) =>
        service.SendAsync(NoticeId.Parse(input));
}
