using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Tedori.Functions.Azure.Tables;

/// <summary>
/// Counts the attempts of one call that may have been carried out although no answer said so. The pipeline tries again
/// by itself, and a second attempt meets what the first one wrote.
/// </summary>
internal sealed class UnansweredAttempts
{
    private const string Property = "Tedori.UnansweredAttempts";
    private int count;

    /// <summary>Whether there was one.</summary>
    public bool Any => Volatile.Read(ref count) > 0;

    /// <summary>Options of a client whose attempts are counted.</summary>
    public static TableClientOptions Observed()
    {
        var options = new TableClientOptions();
        options.AddPolicy(new Observer(), HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <summary>The calls in this scope count here.</summary>
    public IDisposable Observe() =>
        HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    // A throttled attempt (429, 503) was refused; on any other failure of the server nobody knows.
    private static bool MayHaveRun(int status) => status is 408 or (>= 500 and not 503);

    private static void Count(HttpMessage message)
    {
        if (message.TryGetProperty(Property, out var counter) && counter is UnansweredAttempts attempts)
            Interlocked.Increment(ref attempts.count);
    }

    private sealed class Observer : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            try
            {
                await ProcessNextAsync(message, pipeline);
            }
            catch
            {
                Count(message);
                throw;
            }

            if (MayHaveRun(message.Response.Status))
                Count(message);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The record is only used asynchronously.");
    }
}
