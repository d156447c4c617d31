using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Tedori.Programme;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Http;

/// <summary>
/// How often one caller may ask, and how often one case may be asked for. Counted in this process, so several instances
/// admit several times as much: it protects against floods, not against patience.
/// </summary>
/// <param name="time">Counts real time.</param>
public sealed class CallerLimits(TimeProvider time) : IDisposable
{
    /// <summary>What is said where a case was posted to too often.</summary>
    public static string Posts => Say("この申請での操作が短い時間に続いたため、いまは受け付けられません。");

    /// <summary>What is said where the links of a case were opened too often.</summary>
    public static string Openings => Say("この申請のリンクが短い時間に何度も開かれたため、いまは開けません。");

    /// <summary>What is said where one caller has entered one address of mail too often.</summary>
    public static string Recipients => Say("同じEメールアドレスでのエントリーが短い時間に続いたため、いまは受け付けられません。");

    /// <summary>
    /// How many entries with one address of mail are taken from one caller at once: an agent enters for many companies.
    /// </summary>
    public const int MailsAtOnce = 20;

    /// <summary>How long whoever may do a rare thing no more has to wait at most.</summary>
    public static readonly TimeSpan RareWait = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How many posts of one case are taken at once: a hundred uploads, and drafts that save themselves meanwhile.
    /// </summary>
    public const int PostsAtOnce = 300;

    /// <summary>How many times the links of one case are opened at once.</summary>
    public const int OpeningsAtOnce = 60;

    private const int MostRecipients = 50_000;

    // Only cases whose signature held are counted, so there are never more than the programme has.
    private const int MostCases = 20_000;

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

    private readonly Pace posts = new(PostsAtOnce, TimeSpan.FromSeconds(0.5), MostCases, time);
    private readonly Pace openings = new(OpeningsAtOnce, TimeSpan.FromSeconds(10), MostCases, time);

    private readonly Pace recipients = new(MailsAtOnce, TimeSpan.FromSeconds(30), MostRecipients, time);

    private readonly PartitionedRateLimiter<string> rare = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new()
        {
            PermitLimit = 5,
            Window = RareWait,
            QueueLimit = 0,
        }));

    /// <summary>Whether a request is within what one address may ask.</summary>
    public bool Admit(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return all.AttemptAcquire(NetworkOf(request)).IsAcquired;
    }

    /// <summary>Whether something that sends a mail may be done again for this subject: five times in fifteen minutes.</summary>
    /// <param name="subject">What is counted, for example a digest of the address that the mail goes to.</param>
    public bool AdmitRare(string subject) => rare.AttemptAcquire(subject).IsAcquired;

    /// <summary>
    /// Whether one more post of a case is taken: drafts, uploads, filings and whatever else its pages send.
    /// </summary>
    /// <param name="caseId">The case, whose session was found to be valid.</param>
    /// <param name="wait">How long until the next is.</param>
    public bool AdmitPost(CaseId caseId, out TimeSpan wait) => posts.Admit(caseId.ToString(), out wait);

    /// <summary>
    /// Whether one more mail that anybody can cause may go to an address. Counted for each caller apart: else whoever
    /// sends many could keep the owner of the address from entering.
    /// </summary>
    /// <param name="request">Who causes it.</param>
    /// <param name="email">Where it goes.</param>
    /// <param name="wait">How long until the next may.</param>
    public bool AdmitMail(HttpRequest request, string email, out TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(email);
        return recipients.Admit($"{NetworkOf(request)} {email.ToUpperInvariant()}", out wait);
    }

    /// <summary>Whether a link of a case may be used once more.</summary>
    /// <param name="caseId">The case, which a link says whose signature holds.</param>
    /// <param name="wait">How long until the next may.</param>
    public bool AdmitOpening(CaseId caseId, out TimeSpan wait) => openings.Admit(caseId.ToString(), out wait);

    /// <summary>
    /// The address of the caller. On Azure the worker has put here what the platform's front end saw, and taken it out
    /// of <c>X-Forwarded-For</c>: whatever is left in that header, the caller wrote.
    /// </summary>
    public static string AddressOf(HttpRequest request) => Remote(request)?.ToString() ?? "";

    /// <summary>
    /// By what a caller is counted: the address, of IPv6 the first 64 bits, for whoever has one such address has them all.
    /// </summary>
    public static string NetworkOf(HttpRequest request)
    {
        if (Remote(request) is not { AddressFamily: AddressFamily.InterNetworkV6 } address)
            return AddressOf(request);
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    private static IPAddress? Remote(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : request.HttpContext.Connection.RemoteIpAddress;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        rare.Dispose();
    }
}
