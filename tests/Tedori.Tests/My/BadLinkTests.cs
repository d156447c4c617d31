using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Access;

namespace Tedori.Tests.My;

/// <summary>A link that was tampered with, has expired or was voided gets its own page and a way on.</summary>
public sealed class BadLinkTests(WonRound round) : IClassFixture<WonRound>
{
    private const string Case = "/my/open";
    private const string Contact = "/contact/confirm";

    public static TheoryData<string> Purposes => [Case, Contact];

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Link_Tampered_SaysThatItCannotBeReadAndNothingElse(string purpose)
    {
        var token = TokenOf(Make(purpose, round.Take()));

        foreach (var forged in Tampered(token))
            await MeetsAsync(purpose, forged, HttpStatusCode.NotFound, "リンクを読み取れません", "途中で切れているか、書き換えられている");
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Link_SignedByAnother_GetsTheSamePageWhetherOrNotItsCaseExists(string purpose)
    {
        var stranger = Links(new EphemeralDataProtectionProvider(), round.Now);

        var real = await UseAsync(purpose, TokenOf(Make(purpose, WonRound.Shared, stranger)));
        var absent = await UseAsync(purpose, TokenOf(Make(purpose, new(new("r7", 9), 99_999), stranger)));

        Assert.Equal(HttpStatusCode.NotFound, real.Status);
        Assert.Equal(real.Status, absent.Status);
        Assert.Equal(real.Page.DocumentElement.OuterHtml, absent.Page.DocumentElement.OuterHtml);
    }

    [Theory]
    [InlineData(Case, 180)]
    [InlineData(Contact, 7)]
    public async Task Link_AfterItsTime_SaysWhenItEnded(string purpose, int days)
    {
        // The folder's clock runs: whole minutes, so that the page's text does not depend on the second.
        var minute = Duration.FromMinutes(1).BclCompatibleTicks;
        var now = Instant.FromUnixTimeTicks(round.Now.ToUnixTimeTicks() / minute * minute);
        var made = now - Duration.FromDays(days) - Duration.FromMinutes(5);
        var token = TokenOf(Make(purpose, round.Take(), Links(Keys, made)));

        await MeetsAsync(
            purpose, token, HttpStatusCode.Gone, "リンクの有効期限が切れています",
            $"有効期限は{JapaneseDate.Full(made + Duration.FromDays(days))}:00まででした。");
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Link_OfACaseWhoseLinksWereAllRevoked_SaysSo(string purpose)
    {
        var id = round.Take();
        var token = TokenOf(Make(purpose, id));
        await round.WithAsync<CaseAccess, bool>(async access =>
        {
            await access.RevokeAllAsync(id, 1);
            return true;
        });

        await MeetsAsync(purpose, token, HttpStatusCode.Gone, "リンクは無効になっています", "事務局が無効にしたか");
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Link_RevokedAlone_SaysSo(string purpose)
    {
        var id = round.Take();
        var token = TokenOf(Make(purpose, id));
        await RevokeAsync(id);

        await MeetsAsync(purpose, token, HttpStatusCode.Gone, "リンクは無効になっています", "事務局が無効にしたか");
        using var company = await round.OpenAsync(id);
        await company.GetAsync(company.Path());
    }

    [Theory]
    [InlineData(Case, Contact)]
    [InlineData(Contact, Case)]
    public async Task Link_OfAnotherPurpose_CannotBeRead(string made, string used) =>
        await MeetsAsync(used, TokenOf(Make(made, round.Take())), HttpStatusCode.NotFound, "リンクを読み取れません");

    // The click is judged anew: what was valid when it was asked for may be void by then.
    [Fact]
    public async Task Link_RevokedBetweenPageAndClick_OpensNothing()
    {
        var id = round.Take();
        using var company = new CompanyBrowser(round.Served.NewClient(), id);
        var page = await company.GetAsync(Make(Case, id).PathAndQuery);
        await RevokeAsync(id);

        var answer = await company.SubmitAsync(page, "main form");

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Equal("リンクは無効になっています", answer.Page.QuerySelector("h1")!.TextContent);
        await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);
    }

    private IDataProtectionProvider Keys => round.Served.Services.GetRequiredService<IDataProtectionProvider>();

    private static IEnumerable<string> Tampered(string token) =>
    [
        "", "x", token[..^9], token + "A", "%00", "<b>", new string('A', 5000),
        .. new[] { 1, 40, token.Length - 2 }
            .Select(at => token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..]),
    ];

    private static NoticeId NoticeOf(CaseId id) => new(id, NoticeKind.Reminder, 7);

    private static CaseLinks Links(IDataProtectionProvider keys, Instant now) =>
        new(keys, new(new Uri("http://tedori.test/")), new FakeClock(now));

    private Uri Make(string purpose, CaseId id, CaseLinks? links = null)
    {
        var maker = links ?? Links(Keys, round.Now);
        return (purpose == Case
            ? maker.For(new(id, 1, NoticeOf(id)))
            : maker.ForContact(new(id, new(1, ContactSide.New), 1, NoticeOf(id))))!.Address;
    }

    private async Task RevokeAsync(CaseId id) => Assert.Null(await round.WithAsync<CaseAccess, Refusal?>(
        a => a.RevokeAsync(new RevokedLink(NoticeOf(id), round.Now, "ito", "伊藤", "誤送信"))));

    private static string TokenOf(Uri link) => link.Query["?token=".Length..];

    private async Task MeetsAsync(
        string purpose, string token, HttpStatusCode status, string heading, params string[] texts)
    {
        using var browser = new CompanyBrowser(round.Served.NewClient(), WonRound.Shared);
        var asked = await browser.GetAsync($"{purpose}?token={Uri.EscapeDataString(token)}", status);
        var clicked = await UseAsync(purpose, token);

        Assert.Equal(status, clicked.Status);
        foreach (var page in new[] { asked, clicked.Page })
        {
            Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
            var lead = page.QuerySelector(".lead")!.TextContent;
            Assert.All(texts, t => Assert.Contains(t, lead, StringComparison.Ordinal));
            Assert.Equal("/lost-link", page.QuerySelector("main ol a")!.GetAttribute("href"));
            Assert.Contains("事務局へご連絡ください", page.QuerySelector("main ol")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(purpose == Contact, page.Body!.TextContent.Contains("「連絡先の変更」", StringComparison.Ordinal));
            Assert.DoesNotContain("r7-", page.Body.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("main form"));
        }
    }

    // As a click would send it, with a valid token of the form.
    private async Task<Answer> UseAsync(string purpose, string token)
    {
        var cookies = new CookieContainer();
        using var browser = new CompanyBrowser(round.Served.NewClient(cookies), WonRound.Shared, cookies);
        var form = CompanyBrowser.FieldsOf((await browser.GetAsync("/lost-link")).QuerySelector("main form")!);
        var answer = await browser.PostAsync(purpose, form, ("token_of_link", token));
        Assert.DoesNotContain("tedori-session", browser.CookiesFor(browser.Path()), StringComparison.Ordinal);
        return answer;
    }
}
