using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Http;

/// <summary>
/// How often one caller may ask. Counted in this process, so several instances admit several times as much: it protects
/// against floods, not against patience.
/// </summary>
public sealed class CallerLimits : IDisposable
{
    // A whole office may stand behind one address, and at 9:00 of the first day all of them press at once.
    private const int Burst = 3000;
    private const int EachSecond = 300;

    private readonly PartitionedRateLimiter<string> all = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
        {
            TokenLimit = Burst,
            TokensPerPeriod = EachSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    private readonly PartitionedRateLimiter<string> rare = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new()
        {
            PermitLimit = 5,
            Window = TimeSpan.FromMinutes(15),
            QueueLimit = 0,
        }));

    /// <summary>Whether a request is within what one address may ask.</summary>
    public bool Admit(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return all.AttemptAcquire(AddressOf(request)).IsAcquired;
    }

    /// <summary>Whether something that sends a mail may be done again for this subject: five times in fifteen minutes.</summary>
    /// <param name="subject">What is counted, for example a digest of the address that the mail goes to.</param>
    public bool AdmitRare(string subject) => rare.AttemptAcquire(subject).IsAcquired;

    /// <summary>The address of the caller, as the platform's front end saw it.</summary>
    public static string AddressOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The front end appends what it saw; whatever stands before it may be the caller's invention.
        var forwarded = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return forwarded.Length is > 0 and <= 64 ? forwarded : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        rare.Dispose();
    }
}
