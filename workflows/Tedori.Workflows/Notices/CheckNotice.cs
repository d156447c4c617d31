using Microsoft.DurableTask;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>Looks for the delivery report of a notice. Safe to repeat. The class name is storage format.</summary>
[DurableTask(nameof(CheckNotice))]
public sealed class CheckNotice(NoticeService service) : TaskActivity<string, NoticeProgress>
{
    /// <inheritdoc/>
    public override Task<NoticeProgress> RunAsync(TaskActivityContext context, string input) =>
        service.CheckAsync(NoticeId.Parse(input));
}
