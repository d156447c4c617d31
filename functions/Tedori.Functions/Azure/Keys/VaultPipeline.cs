using System.Net;
using Polly;
using Polly.Retry;

namespace Tedori.Functions.Azure.Keys;

/// <summary>How often Key Vault is tried: links and sessions wait for it, so not for long.</summary>
internal static class VaultPipeline
{
    /// <summary>Builds it.</summary>
    /// <param name="pace">The first pause between two tries.</param>
    public static ResiliencePipeline<HttpResponseMessage> Build(TimeSpan pace) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .HandleResult(r => r.StatusCode == HttpStatusCode.TooManyRequests || (int)r.StatusCode >= 500),
                MaxRetryAttempts = 4,
                Delay = pace,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();
}
