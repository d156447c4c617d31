using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SendGrid;

namespace Tedori.Functions.Azure.Mail;

/// <summary>
/// How often and how long SendGrid is tried within one activity. What is left over is the orchestration's, which tries
/// for a day: so this only rides out what passes in seconds, and stops asking a server that fails.
/// </summary>
internal static class MailPipeline
{
    private static readonly PredicateBuilder<Response> Transient = new PredicateBuilder<Response>()
        .Handle<HttpRequestException>()
        .Handle<TimeoutRejectedException>()
        .HandleResult(r => r.StatusCode == HttpStatusCode.TooManyRequests || (int)r.StatusCode >= 500);

    /// <summary>Builds it; one for all mails, so that the breaker sees them all.</summary>
    /// <param name="pace">The first pause between two tries; later ones are longer and all of them vary.</param>
    /// <param name="time">The clock of pauses and time-outs.</param>
    public static ResiliencePipeline<Response> Build(TimeSpan pace, TimeProvider? time = null) =>
        new ResiliencePipelineBuilder<Response> { TimeProvider = time }
            .AddTimeout(TimeSpan.FromSeconds(60))
            .AddRetry(new RetryStrategyOptions<Response>
            {
                ShouldHandle = Transient,
                MaxRetryAttempts = 3,
                Delay = pace,
                MaxDelay = TimeSpan.FromSeconds(15),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome.Result)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Response>
            {
                ShouldHandle = Transient,
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .AddTimeout(TimeSpan.FromSeconds(15))
            .Build();

    // The server's own wish, as far as it is worth waiting for here; null leaves it to the pace.
    private static TimeSpan? RetryAfter(Response? response) =>
        response?.Headers?.RetryAfter?.Delta is { } wish && wish <= TimeSpan.FromSeconds(15) ? wish : null;
}
