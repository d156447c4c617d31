using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Http;

/// <summary>The cookie of a company's session.</summary>
public sealed class SessionCookieTests
{
    private static readonly CaseId Case = CaseId.Parse("r7-01-00001");
    private static readonly CaseLink Link = new(Case, 1, new(Case, NoticeKind.ResultWon, 2));

    private readonly FakeClock clock = new(Instant.FromUtc(2025, 6, 1, 0, 0));
    private readonly MemoryRecords records = new();
    private readonly EphemeralDataProtectionProvider keys = new();

    [Theory]
    [InlineData("https://tedori.example/", true)]
    [InlineData("http://127.0.0.1:7071/", false)]
    public void Cookie_OfASession_IsForTheCaseAndForNoScriptAndSecureOffLoopback(string site, bool secure)
    {
        var parts = Start(site).Split("; ");

        Assert.Contains("httponly", parts);
        Assert.Contains("samesite=lax", parts);
        Assert.Contains($"path=/my/{Case}", parts);
        Assert.Equal(secure, parts.Contains("secure"));
        // Without these it ends with the browser, and no other host is sent it.
        Assert.DoesNotContain(parts, p => p.Split('=')[0] is "expires" or "max-age" or "domain");
    }

    [Fact]
    public async Task Session_OfALinkRevokedAlone_EndsAndThatOfAnotherGoesOn()
    {
        var (mine, other) = (Start(), Start(Link with { Notice = new(Case, NoticeKind.Reminder, 3) }));
        Assert.Equal(Link, await ReadAsync(mine));

        await Access.RevokeAsync(new RevokedLink(Link.Notice!.Value, clock.GetCurrentInstant(), "ito", "伊藤", "誤送信"));

        Assert.Null(await ReadAsync(mine));
        Assert.NotNull(await ReadAsync(other));
    }

    [Fact]
    public async Task Session_ThatBeganBeforeLinksWereToldApart_GoesOnUntilItsTime()
    {
        var until = (clock.GetCurrentInstant() + Duration.FromHours(1)).ToUnixTimeSeconds();
        var text = System.Text.Encoding.UTF8.GetBytes($"{Case}|1|{until}");
        var cookie = "tedori-session=" + Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(
            keys.CreateProtector("Tedori.CompanySession.v1").Protect(text));
        Assert.Equal(new CaseLink(Case, 1), await ReadAsync(cookie));

        clock.Advance(Duration.FromHours(1));
        Assert.Null(await ReadAsync(cookie));
    }

    private CaseAccess Access => new(records, new CaseLinks(keys, new(null), clock));

    private string Start(string site) => Start(Link, site);

    private string Start(CaseLink? link = null, string site = "https://tedori.example/")
    {
        var context = new DefaultHttpContext();
        Sessions(site).Start(context.Response, link ?? Link);
        return Assert.Single(context.Response.Headers.SetCookie)!;
    }

    private async Task<CaseLink?> ReadAsync(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie.Split(';')[0];
        return (await Sessions("https://tedori.example/").OfAsync(context.Request, Case, CancellationToken.None))?.Link;
    }

    private CompanySessions Sessions(string site) => new(keys, Access, new(new Uri(site)), clock);
}
