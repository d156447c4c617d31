using System.Globalization;
using System.Net;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>One case may be posted to, and opened, only so often; the others do not notice.</summary>
public sealed class CaseLimitTests(WonRound round) : IClassFixture<WonRound>
{
    [Theory]
    [InlineData("/forms/company/draft")]
    [InlineData("/uploads")]
    [InlineData("/contact")]
    public async Task Posts_OfOneCase_AreLimitedFromWhicheverAddressAndTheOthersAreNot(string below)
    {
        using var company = await round.OpenAsync();
        using var other = await round.OpenAsync();
        var before = await round.StateAsync(company.Case);

        var (taken, limited) = await UntilLimitedAsync(
            company, n => PostAsync(company, below, n), CallerLimits.PostsAtOnce);

        Assert.InRange(taken, CallerLimits.PostsAtOnce, CallerLimits.PostsAtOnce * 2);
        AssertLimited(limited, "1", "この申請での操作が短い時間に続いたため、いまは受け付けられません。1秒ほど待ってから、もう一度お試しください。");
        await company.GetAsync(company.Path());
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(other, below, 0)).Status);
        Assert.Equal(before.Step, (await round.StateAsync(company.Case)).Step);
    }

    [Fact]
    public async Task Posts_ByAStrangerToTheCase_DoNotUseUpWhatItMayDo()
    {
        using var company = await round.OpenAsync();
        using var stranger = await round.OpenAsync();
        for (var n = 0; n < CallerLimits.PostsAtOnce + 50; n++)
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(stranger, "/contact", n, company.Case)).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(company, "/contact", 0)).Status);
    }

    [Fact]
    public async Task Openings_OfOneCase_AreLimitedAndThoseOfOthersAreNot()
    {
        var id = round.Take();
        var link = (await round.LinkAsync(id)).Query["?token=".Length..];
        using var browser = new CompanyBrowser(round.Served.NewClient(), id);
        var form = CompanyBrowser.FieldsOf((await browser.GetAsync("/lost-link")).QuerySelector("main form")!);

        var (taken, limited) = await UntilLimitedAsync(
            browser, _ => browser.PostAsync("/my/open", form, ("token_of_link", link)), CallerLimits.OpeningsAtOnce);

        Assert.InRange(taken, CallerLimits.OpeningsAtOnce, CallerLimits.OpeningsAtOnce + 10);
        Assert.Contains("この申請のリンクが短い時間に何度も開かれたため、いまは開けません。", limited.Text, StringComparison.Ordinal);
        Assert.Equal("しばらくお待ちください", limited.Page.QuerySelector("h1")!.TextContent);
        using var other = await round.OpenAsync();
        await other.GetAsync(other.Path());
        // A forged link names no case, and is counted for none.
        var forged = await browser.PostAsync("/my/open", form, ("token_of_link", link[..^4]));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }

    private static async Task<(int Taken, Answer Limited)> UntilLimitedAsync(
        CompanyBrowser company, Func<int, Task<Answer>> ask, int least)
    {
        for (var n = 0; n < least * 4; n++)
        {
            var answer = await ask(n);
            if (answer.Status == HttpStatusCode.TooManyRequests)
                return (n, answer);
        }

        throw new InvalidOperationException($"{company.Case} was never limited.");
    }

    private static void AssertLimited(Answer limited, string wait, string text)
    {
        Assert.Equal("しばらくお待ちください", limited.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(text, limited.Text, StringComparison.Ordinal);
        Assert.Equal(wait, limited.RetryAfter);
    }

    // Without the form's token, so that nothing is done; each from an address of its own.
    private static async Task<Answer> PostAsync(CompanyBrowser company, string below, int n, CaseId? to = null)
    {
        var path = new Uri($"/my/{to ?? company.Case}{below}", UriKind.Relative);
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent([new("x", "y")]);
        return await company.SendAsync(request);
    }
}
