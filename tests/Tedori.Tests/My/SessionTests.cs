using System.Net;
using NodaTime;
using NodaTime.Text;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>A session lasts eight hours of the system's own clock after it was used last.</summary>
public sealed class SessionTests(WonRound round) : IClassFixture<WonRound>
{
    private static readonly Duration Life = Duration.FromHours(8);

    [Fact]
    public async Task Session_Unused_AsksForTheLinkAgainAfterEightHours()
    {
        using var company = await round.OpenAsync();
        await round.AdvanceToAsync(round.Now + Life + Duration.FromSeconds(1));

        var page = await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);

        Assert.Contains("マイページを開けません", page.Title, StringComparison.Ordinal);
        Assert.Equal(
            [("リンクの再送", "/lost-link"), ("トップページへ", "/")],
            page.QuerySelectorAll("main a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Session_WhileUsed_GoesOnAndSaysWhenItEnds()
    {
        using var company = await round.OpenAsync();
        for (var n = 0; n < 4; n++)
        {
            await round.AdvanceToAsync(round.Now + Duration.FromHours(7));
            var page = await company.GetAsync(company.Path());
            var shown = page.QuerySelector("[data-session-ends]")!.GetAttribute("data-session-ends")!;
            var ends = InstantPattern.ExtendedIso.Parse(shown).Value;
            Assert.Equal(round.Now + Life, ends, (a, b) => Duration.Max(a - b, b - a) < Duration.FromSeconds(1.5));
        }
    }

    [Fact]
    public async Task Session_SignedOut_EndsWhereverItsCookieLies()
    {
        using var company = await round.OpenAsync();
        var copy = company.CookiesFor(company.Path());
        var page = await company.GetAsync(company.Path());
        using var other = await round.OpenAsync(company.Case);

        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(page, "form[action$='/signout']")).Status);

        using var thief = round.Served.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(company.Path(), UriKind.Relative));
        request.Headers.Add("Cookie", copy);
        using var answer = await thief.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await other.GetAsync(other.Path());
    }
}
