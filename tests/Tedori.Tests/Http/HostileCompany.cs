using System.Net;
using Tedori.Programme;
using Tedori.Testing.Companies;

namespace Tedori.Tests.Http;

/// <summary>A company with an open session and a form's token that hold, which it sends wherever it likes.</summary>
/// <param name="Id">Its own case.</param>
/// <param name="Link">Token of its own link, which may be used again.</param>
/// <param name="Cookies">What it sends to every path.</param>
/// <param name="Token">The form's token.</param>
internal sealed record HostileCompany(CaseId Id, string Link, string Cookies, KeyValuePair<string, string> Token)
{
    // What would be taken if it came from the company that the case belongs to.
    private static readonly KeyValuePair<string, string>[] Plausible =
    [
        new("do", "file"), new("key", new string('a', 32)), new("version", "0"), new("industry", "建設業"),
        new("reason", "理由"), new("sure", "yes"), new("name", "見本 次郎"), new("email", "jiro@example.jp"),
        new("email2", "jiro@example.jp"), new("phone", "03-0000-0001"), new("size", "10"),
    ];

    /// <summary>The fields of a form that would be taken.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => Plausible.Append(Token);

    public static async Task<HostileCompany> OpenAsync(WonRound round, CaseId id)
    {
        var link = await round.LinkAsync(id);
        var cookies = new CookieContainer();
        using var browser = new CompanyBrowser(round.Served.NewClient(cookies), id, cookies);
        await browser.FollowAsync(link);
        var page = await browser.GetAsync(browser.Path("/contact"));
        var token = CompanyBrowser.FieldsOf(page.QuerySelector("main form")!).Single(f => f.Key == "token");
        // The cookie of the session is for the path of the case alone; this client does not care.
        return new(id, link.Query["?token=".Length..], browser.CookiesFor(browser.Path()), token);
    }
}
