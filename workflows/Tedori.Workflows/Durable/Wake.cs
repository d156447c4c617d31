using Microsoft.DurableTask;
using NodaTime;

namespace Tedori.Workflows.Durable;

/// <summary>How every orchestration here sleeps.</summary>
internal static class Wake
{
    /// <summary>Sleeps until the instant or a hint, whichever comes first; without an instant until a hint.</summary>
    public static async Task UntilAsync(TaskOrchestrationContext context, Instant? due)
    {
        using var loser = new CancellationTokenSource();
        var hint = context.WaitForExternalEvent<string>(InstanceNames.Changed, loser.Token);
        if (due is { } at)
            await Task.WhenAny(hint, context.CreateTimer(at.ToDateTimeUtc(), loser.Token));
        else
            await hint;
        // An instance with a running timer never completes.
        loser.Cancel();
    }
}
