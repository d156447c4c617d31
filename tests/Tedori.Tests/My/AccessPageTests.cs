using System.Net;
using Tedori.Programme;
using Tedori.Testing.Companies;
using Tedori.Workflows.Access;

namespace Tedori.Tests.My;

/// <summary>Who may open a case: whoever holds its link, for as long as that holds.</summary>
public sealed class AccessPageTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Refused = "このページは、事務局からのEメールにあるリンクから開いてください。";

    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "" }, { "GET", "/forms/company" }, { "POST", "/forms/company" }, { "POST", "/forms/company/draft" },
        { "GET", "/forms/company/cover" }, { "GET", "/filed/3" }, { "GET", "/notices/{case}.resultWon.0002" },
        { "GET", "/evidence/" + new string('a', 64) }, { "GET", "/contact" }, { "POST", "/contact" }, { "GET", "/leave/declined" },
        { "POST", "/leave/declined" }, { "POST", "/signout" }, { "POST", "/uploads" }, { "POST", "/uploads/1" },
        { "POST", "/uploads/1/remove" }, { "POST", "/files" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_ForAnotherCompany_IsRefusedAndChangesNothing(string method, string below)
    {
        ArgumentNullException.ThrowIfNull(below);
        using var company = await round.OpenAsync(WonRound.Shared);
        var other = WonRound.Other;
        var before = await round.StateAsync(other);
        var token = CompanyBrowser.FieldsOf((await company.GetAsync(company.Path("/contact"))).QuerySelector("main form")!);
        // With the very cookie of the other case's session, sent to a path for which it was not issued.
        using var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri($"/my/{other}{below.Replace("{case}", $"{other}", StringComparison.Ordinal)}", UriKind.Relative));
        if (method == "POST")
            request.Content = new FormUrlEncodedContent(token);

        using var response = await company.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(Refused, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before.Step, (await round.StateAsync(other)).Step);
    }

    [Fact]
    public async Task Session_OfOneCase_SentByHandToAnother_IsRefused()
    {
        using var company = await round.OpenAsync();
        var other = round.Take();
        using var stranger = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = round.Served.Http.BaseAddress,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/my/{other}", UriKind.Relative));
        request.Headers.Add("Cookie", await SessionOfAsync(company.Case));

        using var response = await stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Session_AfterItsLinksWereRevoked_IsClosed()
    {
        using var company = await round.OpenAsync();
        await round.WithAsync<CaseAccess, bool>(async access =>
        {
            await access.RevokeAsync(company.Case, 1);
            return true;
        });

        var page = await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);

        Assert.Contains(Refused, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OpenedTwice_OpensTheSameCaseAgain()
    {
        var id = round.Take();
        using var first = await round.OpenAsync(id);
        using var second = await round.OpenAsync(id);

        await first.GetAsync(first.Path());
        await second.GetAsync(second.Path());
    }

    [Fact]
    public async Task SignOut_InThisBrowser_EndsTheSession()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path());

        var answer = await company.SubmitAsync(page, "nav form");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var told = await company.GetAsync(answer.Location!);
        Assert.Contains("ログアウトしました", told.Title, StringComparison.Ordinal);
        await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/../r7-02-00002")]
    [InlineData("/%2e%2e/%2e%2e/tedori.json")]
    [InlineData("/forms/..%2f..%2fr7-02-00001")]
    [InlineData("/forms/company%2fdraft")]
    [InlineData("/forms/Company")]
    [InlineData("/forms/correction-01")]
    [InlineData("/filed/0003")]
    [InlineData("/filed/-1")]
    [InlineData("/filed/1")]
    [InlineData("/notices/..%2fsnapshot")]
    [InlineData("/notices/snapshot")]
    [InlineData("/evidence/..%2f..%2ftedori.json")]
    [InlineData("/evidence/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/leave/granted")]
    [InlineData("/leave/Declined")]
    [InlineData("/absent")]
    public async Task Path_ThatIsNone_OpensNothing(string below)
    {
        using var company = await round.OpenAsync(WonRound.Shared);
        using var response = await company.Http.GetAsync(new Uri(company.Path(below), UriKind.Relative));

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
    }

    [Fact]
    public async Task Notice_OfAnotherCase_IsNotFoundBehindOnesOwnLink()
    {
        using var company = await round.OpenAsync(WonRound.Shared);

        await company.GetAsync(company.Path($"/notices/{company.Case}.resultWon.0002"));
        await company.GetAsync(company.Path($"/notices/{WonRound.Other}.resultWon.0002"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefusedOnEveryRouteAndChangesNothing()
    {
        using var company = await round.OpenAsync();
        foreach (var route in Routes.Where(r => (string)r[0] == "POST").Select(r => (string)r[1]))
        {
            var answer = await company.PostAsync(company.Path(route), [], ("industry", "x"), ("reason", "x"), ("sure", "yes"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("このフォームは無効です。", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(Step.CompanyRegistration, (await round.StateAsync(company.Case)).Step);
    }

    private async Task<string> SessionOfAsync(CaseId id)
    {
        using var http = round.Served.NewClient();
        using var browser = new CompanyBrowser(http, id);
        var page = await browser.GetAsync((await round.LinkAsync(id)).PathAndQuery);
        using var form = new FormUrlEncodedContent(CompanyBrowser.FieldsOf(page.QuerySelector("main form")!));
        using var response = await http.PostAsync(new Uri("/my/open", UriKind.Relative), form);
        return response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("tedori-session", StringComparison.Ordinal)).Split(';')[0];
    }
}
