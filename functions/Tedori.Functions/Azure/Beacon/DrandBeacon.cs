using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Azure.Beacon;

/// <summary>
/// The public beacon drand (quicknet) over its relays' HTTP API. The chain is pinned, the signature kept, the value is
/// its SHA-256. The BLS signature itself is not verified here: a relay that lies is told only from the others and from
/// what drand publishes, so two relays must give the same signature.
/// </summary>
public sealed class DrandBeacon : IBeacon
{
    private const int LongestAnswer = 4096;
    private const int Agreeing = 2;

    private readonly HttpClient http;
    private readonly DrandOptions options;
    private readonly ILogger<DrandBeacon> log;
    private readonly ResiliencePipeline<string?> attempts;
    private readonly ResiliencePipeline relay;

    /// <summary>Uses the relays of the options.</summary>
    public DrandBeacon(HttpClient http, DrandOptions options, IClock clock, ILogger<DrandBeacon> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.http, this.options, this.log, Clock) = (http, options, log, clock);
        attempts = new ResiliencePipelineBuilder<string?>()
            .AddRetry(new RetryStrategyOptions<string?>
            {
                ShouldHandle = new PredicateBuilder<string?>().HandleResult(signature => signature is null),
                MaxRetryAttempts = Math.Max(1, options.Rounds - 1),
                Delay = options.Pause,
            })
            .Build();
        relay = new ResiliencePipelineBuilder().AddTimeout(options.Timeout).Build();
    }

    private IClock Clock { get; }

    /// <inheritdoc/>
    public BeaconPledge Announce(RoundId round, int draw, Instant notBefore)
    {
        var number = DrandChain.Quicknet.RoundFrom(notBefore);
        return new(BeaconPledge.Drand, DrandChain.Quicknet.Hash, number, DrandChain.Quicknet.TimeOf(number));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The pledge is of another chain.</exception>
    public async Task<BeaconValue?> ValueAsync(
        RoundId round, int draw, BeaconPledge pledge, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pledge);
        if (pledge.Kind != BeaconPledge.Drand || pledge.Source != DrandChain.Quicknet.Hash)
            throw new InvalidOperationException(
                $"The draw of {round} waits for {pledge.Kind} {pledge.Source}, not for drand quicknet.");
        if (Clock.GetCurrentInstant() < pledge.Due)
            return null;
        var signature = await attempts.ExecuteAsync(
            async token => await AgreedAsync(pledge.Number, token), cancellation);
        return signature is null ? null : new(BeaconPledge.Drand, Convert.FromHexString(signature));
    }

    private async ValueTask<string?> AgreedAsync(long number, CancellationToken cancellation)
    {
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var uri in options.Relays)
        {
            if (await AskAsync(uri, number, cancellation) is not { } signature)
                continue;
            answers[signature] = answers.GetValueOrDefault(signature) + 1;
            if (answers[signature] >= Math.Min(Agreeing, options.Relays.Count))
                return signature;
        }

        return null;
    }

    // Null where the relay has no answer that holds; the next one is asked.
    private async Task<string?> AskAsync(Uri uri, long number, CancellationToken cancellation)
    {
        try
        {
            return await relay.ExecuteAsync(async token => await FetchAsync(uri, number, token), cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or JsonException or IOException
            or FormatException)
        {
            log.LogWarning(
                "drand relay {Relay} gave no value for round {Number}: {Reason}", uri.Host, number, e.Message);
            return null;
        }
    }

    private async Task<string> FetchAsync(Uri uri, long number, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{DrandChain.Quicknet.Hash}/public/{number}");
        using var response = await http.GetAsync(
            new Uri(uri, path), HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        var body = await ReadAsync(response, cancellation);
        var answer = TedoriJson.Read<DrandAnswer>(body);
        if (answer.Judge(number) is { } wrong)
            throw new FormatException(wrong);
        return answer.Signature!;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[LongestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > LongestAnswer
            ? throw new FormatException($"The answer is longer than {LongestAnswer} bytes.")
            : System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }
}

/// <summary>What a relay answers for one round.</summary>
internal sealed record DrandAnswer(long Round, string? Randomness, string? Signature)
{
    /// <summary>Why it cannot be used, or null where round, lengths and digest hold.</summary>
    public string? Judge(long number)
    {
        if (Round != number)
            return $"It is round {Round}.";
        if (Signature is null || Signature.Length != 2 * DrandChain.SignatureLength
            || !Signature.All(char.IsAsciiHexDigitLower))
            return $"The signature is not {DrandChain.SignatureLength} bytes in lower-case hexadecimal digits.";
        return new BeaconValue(BeaconPledge.Drand, Convert.FromHexString(Signature)).Randomness.ToString() == Randomness
            ? null
            : "The randomness is not the SHA-256 of the signature.";
    }
}
