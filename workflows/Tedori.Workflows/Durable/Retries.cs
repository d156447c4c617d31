using Microsoft.DurableTask;

namespace Tedori.Workflows.Durable;

/// <summary>The retry policies.</summary>
internal static class Retries
{
    /// <summary>For work on the record: it is local and quick, and the sweeper comes after it.</summary>
    public static readonly TaskOptions Commit = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10,
        firstRetryInterval: TimeSpan.FromSeconds(1),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>For handing mail over: a mail server may be away for a day.</summary>
    public static readonly TaskOptions Mail = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 40,
        firstRetryInterval: TimeSpan.FromSeconds(15),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromHours(1),
        retryTimeout: TimeSpan.FromHours(24)));
}
