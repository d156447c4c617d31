using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SendGrid;

namespace Tedori.Functions.Azure.Mail;

/// <summary>
/// How often and how long SendGrid is tried within one activity. What is left over is the orchestration's, which tries
/// for a day: so this only rides out what passes in seconds, and stops asking a server that fails. What left and was not
/// answered is not tried again here.
/// </summary>
internal static class MailPipeline
{
    // Also what was not answered: a server that leaves unanswered fails.
    private static readonly PredicateBuilder<Response> Failing = new PredicateBuilder<Response>()
        .Handle<HttpRequestException>()
        .Handle<TimeoutRejectedException>()
        .HandleResult(IsForLater);

    // What may have been taken is not handed over again.
    private static readonly PredicateBuilder<Response> NotTaken = new PredicateBuilder<Response>()
        .Handle<HttpRequestException>(NeverLeft)
        .HandleResult(IsForLater);

    /// <summary>Whether nothing of the message left: there was no connection, or the breaker let none be made.</summary>
    public static bool NeverLeft(Exception e) => e is BrokenCircuitException or HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>Builds it; one for all mails, so that the breaker sees them all.</summary>
    /// <param name="pace">The first pause between two tries; later ones are longer and all of them vary.</param>
    /// <param name="time">The clock of pauses and time-outs.</param>
    public static ResiliencePipeline<Response> Build(TimeSpan pace, TimeProvider? time = null) =>
        new ResiliencePipelineBuilder<Response> { TimeProvider = time }
            .AddTimeout(TimeSpan.FromSeconds(60))
            .AddRetry(new RetryStrategyOptions<Response>
            {
                ShouldHandle = NotTaken,
                MaxRetryAttempts = 3,
                Delay = pace,
                MaxDelay = TimeSpan.FromSeconds(15),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome.Result)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Response>
            {
                ShouldHandle = Failing,
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .AddTimeout(TimeSpan.FromSeconds(15))
            .Build();

    private static bool IsForLater(Response response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;

    // The server's own wish, as far as it is worth waiting for here; null leaves it to the pace.
    private static TimeSpan? RetryAfter(Response? response) =>
        response?.Headers?.RetryAfter?.Delta is { } wish && wish <= TimeSpan.FromSeconds(15) ? wish : null;
}
