using System.Net;
using NodaTime;
using NodaTime.Text;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Serve;

/// <summary>Moving the clock: only by the form of the page, and only forward.</summary>
public sealed class ClockPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Uri Next = new("/local/clock/next", UriKind.Relative);

    [Fact]
    public async Task Post_WithTheTokenOfThePage_MovesToTheNextDueInstant()
    {
        using var browser = served.NewClient();
        using var form = await FormAsync(browser);
        var due = served.NextDue!.Value;

        using var response = await browser.PostAsync(Next, form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/local", response.Headers.Location!.OriginalString);
        Assert.True(served.Clock.Now >= due, $"{served.Clock.Now} is before {due}.");
        await served.IdleAsync();
        Assert.True(served.NextDue > due, $"{served.NextDue} is due after {due}.");
    }

    [Fact]
    public async Task Post_WhereMoreCameToBeDueMeanwhile_MovesToTheInstantThatThePageShowed()
    {
        using var browser = served.NewClient();
        var page = await served.PageAsync("/local", browser);
        var token = page.QuerySelector("form[action='/local/clock/next'] input[type=hidden]")!;
        var shown = InstantPattern.ExtendedIso.Parse(page.QuerySelector("input[name=to]")!.GetAttribute("value")!).Value;
        Assert.Equal(served.NextDue, shown);
        // As where a trigger that the page did not know of found something to do before that time.
        var later = shown + Duration.FromHours(3);
        using var form = new FormUrlEncodedContent(
        [
            new(token.GetAttribute("name")!, token.GetAttribute("value")!), new("to", InstantPattern.ExtendedIso.Format(later)),
        ]);

        using var response = await browser.PostAsync(Next, form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.True(served.Clock.Now >= later, $"{served.Clock.Now} is before {later}.");
        Assert.True(served.NextDue > shown, $"{served.NextDue} is due after {shown}.");
    }

    // Pressed twice: what the page showed has come by then.
    [Fact]
    public async Task Post_OfATimeThatHasCome_MovesNothing()
    {
        using var browser = served.NewClient();
        var (now, due) = (served.Clock.Now, served.NextDue);
        using var form = await FormAsync(browser, InstantPattern.ExtendedIso.Format(now - Duration.FromSeconds(1)));

        using var response = await browser.PostAsync(Next, form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(due, served.NextDue);
        Assert.True(served.Clock.Now < due, $"{served.Clock.Now} has come to {due}.");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2099-01-01T00:00:00Z")]
    public async Task Post_OfATimeThatIsNoneOrFarOff_IsRefusedAndMovesNothing(string to)
    {
        using var browser = served.NewClient();
        var due = served.NextDue;
        using var form = await FormAsync(browser, to);

        using var response = await browser.PostAsync(Next, form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("1年以内", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(due, served.NextDue);
    }

    [Fact]
    public async Task Post_WithoutAToken_ChangesNothing()
    {
        using var form = new FormUrlEncodedContent([]);
        await AssertUnmovedAsync(HttpStatusCode.BadRequest, http => http.PostAsync(Next, form));
    }

    [Fact]
    public async Task Post_WithTheTokenButNoCookie_ChangesNothing()
    {
        using var browser = served.NewClient();
        using var form = await FormAsync(browser);
        await AssertUnmovedAsync(HttpStatusCode.BadRequest, http => http.PostAsync(Next, form));
    }

    [Fact]
    public async Task Post_WithTheCookieButAForgedToken_ChangesNothing()
    {
        using var browser = served.NewClient();
        using var real = await FormAsync(browser);
        using var forged = new FormUrlEncodedContent([new("__RequestVerificationToken", "forged")]);
        await AssertUnmovedAsync(HttpStatusCode.BadRequest, _ => browser.PostAsync(Next, forged));
    }

    [Fact]
    public Task Get_OfThePostRoute_ChangesNothing() =>
        AssertUnmovedAsync(HttpStatusCode.MethodNotAllowed, http => http.GetAsync(Next));

    private async Task AssertUnmovedAsync(HttpStatusCode status, Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var stranger = served.NewClient();
        var due = served.NextDue;
        using var response = await send(stranger);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(due, served.NextDue);
        Assert.True(served.Clock.Now < due, $"{served.Clock.Now} has come to {due}.");
    }

    private async Task<FormUrlEncodedContent> FormAsync(HttpClient browser, string? to = null)
    {
        var page = await served.PageAsync("/local", browser);
        var field = page.QuerySelector("form[action='/local/clock/next'] input[type=hidden]")!;
        return new(
        [
            new(field.GetAttribute("name")!, field.GetAttribute("value")!),
            .. to is null ? [] : new KeyValuePair<string, string>[] { new("to", to) },
        ]);
    }
}
