using Microsoft.DurableTask;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Tells staff that a notice cannot be sent. Safe to repeat: one task per notice. The class name is storage format.
/// </summary>
[DurableTask(nameof(ReportMailTrouble))]
public sealed class ReportMailTrouble(NoticeService service) : TaskActivity<string, bool>
{
    /// <inheritdoc/>
    public override async Task<bool> RunAsync(TaskActivityContext context, string input)
    {
        await service.ReportTroubleAsync(NoticeId.Parse(input));
        return true;
    }
}
