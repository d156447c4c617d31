using Microsoft.DurableTask;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;

namespace Tedori.Workflows.Notices;

/// <summary>
/// The life of one notice (instance = notice id): sent with retries, then watched until the delivery report comes or is
/// overdue. Touches only the context. The class name is storage format.
/// </summary>
[DurableTask(OrchestratorNames.Notice)]
public sealed class NoticeOrchestrator : TaskOrchestrator<string, NoticeState>
{
    /// <inheritdoc/>
    public override async Task<NoticeState> RunAsync(TaskOrchestrationContext context, string input)
    {
        ArgumentNullException.ThrowIfNull(context);
        NoticeProgress progress;
        try
        {
            progress = await context.CallActivityAsync<NoticeProgress>(nameof(SendNotice), input, Retries.Mail);
            while (progress is { State: NoticeState.Pending, LookAgainAt: { } opens })
            {
                context.SetCustomStatus(progress);
                await Wake.UntilAsync(context, opens);
                progress = await context.CallActivityAsync<NoticeProgress>(nameof(SendNotice), input, Retries.Mail);
            }
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync<bool>(nameof(ReportMailTrouble), input, Retries.Commit);
            return NoticeState.Pending;
        }

        while (progress.LookAgainAt is { } lookAgainAt)
        {
            context.SetCustomStatus(progress);
            await Wake.UntilAsync(context, lookAgainAt);
            progress = await context.CallActivityAsync<NoticeProgress>(nameof(CheckNotice), input, Retries.Commit);
        }

        context.SetCustomStatus(progress);
        return progress.State;
    }
}
