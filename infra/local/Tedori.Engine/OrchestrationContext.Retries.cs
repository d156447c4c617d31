using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <content>Retries. The waits between attempts are durable timers, so they survive a restart.</content>
internal sealed partial class OrchestrationContext
{
    private Task<T> Retrying<T>(TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => RetryAsync(policy, attempt),
        { Handler: { } handler } => RetryAsync(handler, attempt),
        _ => attempt(),
    };

    private async Task<T> RetryAsync<T>(RetryPolicy policy, Func<Task<T>> attempt)
    {
        var first = CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException e)
                when (number < policy.MaxNumberOfAttempts && !Failures.IsFinal(e.FailureDetails))
            {
                if (!policy.Handle(e) || IsOver(policy, first)) throw;
                if (policy.HandleAsync is { } decide && !await decide(e)) throw;
            }
            await CreateTimer(CurrentUtcDateTime + DelayAfter(number, policy), CancellationToken.None);
        }
    }

    private async Task<T> RetryAsync<T>(AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var first = CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException e) when (!Failures.IsFinal(e.FailureDetails))
            {
                var passed = CurrentUtcDateTime - first;
                var last = new RetryContext(this, number, e.FailureDetails, passed, CancellationToken.None);
                if (!await handler(last)) throw;
            }
        }
    }

    private bool IsOver(RetryPolicy policy, DateTime first) =>
        policy.RetryTimeout != Timeout.InfiniteTimeSpan && policy.RetryTimeout != TimeSpan.MaxValue
        && CurrentUtcDateTime >= first + policy.RetryTimeout;

    private static TimeSpan DelayAfter(int attempt, RetryPolicy policy)
    {
        var endless = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan;
        var limit = endless ? TimeSpan.FromDays(3650) : policy.MaxRetryInterval;
        var delay = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return delay >= limit.TotalMilliseconds ? limit : TimeSpan.FromMilliseconds(delay);
    }
}
