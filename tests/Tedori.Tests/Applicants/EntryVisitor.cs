using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tedori.Testing.Serve;
using Tedori.Tests.My;

namespace Tedori.Tests.Applicants;

/// <summary>A company in front of the pre-entry's pages, in a browser of its own.</summary>
internal sealed class EntryVisitor(ServedFolder served) : IDisposable
{
    private static int companies;

    private readonly CookieContainer cookies = new();
    private HttpClient? browser;

    public HttpClient Http => browser ??= served.NewClient(
        cookies, handler => From is { } address ? handler.From(address) : handler);

    /// <summary>What is typed; begins in order, of a company that is nobody else.</summary>
    public Dictionary<string, string> Typed { get; } = new()
    {
        ["kind"] = "corporation",
        ["company-name"] = "株式会社見本",
        ["corporate-number"] = NewNumber(),
        ["representative"] = "見本 太郎",
        ["address"] = "東京都千代田区飯田橋1-1-1",
        ["employees"] = "25",
        ["contact-name"] = "見本 花子",
        ["email"] = "hanako@example.jp",
        ["email-again"] = "hanako@example.jp",
        ["phone"] = "03-0000-0000",
        ["condition-tokyoEmployee"] = "yes",
        ["condition-workRules"] = "yes",
        ["condition-taxes"] = "yes",
        ["condition-labourLaw"] = "yes",
        ["condition-noAntiSocial"] = "yes",
        ["condition-untilClaim"] = "yes",
        ["consent"] = "yes",
    };

    /// <summary>Where it comes from, or null for nowhere in particular.</summary>
    public string? From { get; init; }

    public Dictionary<string, string> Hidden { get; private set; } = [];

    /// <summary>Opens the form and keeps its hidden fields.</summary>
    public async Task<IDocument> OpenAsync()
    {
        var page = await served.PageAsync("/entry", Http);
        Hidden = page.QuerySelectorAll("form input[type=hidden]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        return page;
    }

    /// <summary>Posts what is typed and answers with status and page.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page, Uri? Location)> PostAsync(string action)
    {
        using var form = new FormUrlEncodedContent([.. Hidden, .. Typed, new("action", action)]);
        using var answer = await Http.PostAsync(new Uri("/entry", UriKind.Relative), form);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, page, answer.Headers.Location);
    }

    /// <summary>Sends the head of the request that enters; its body is still to come.</summary>
    public async Task<Flight> TakeOffAsync()
    {
        using var form = new FormUrlEncodedContent([.. Hidden, .. Typed, new("action", "send")]);
        var to = new Uri(served.Http.BaseAddress!, "/entry");
        return await Flight.BeginAsync(to, to.AbsolutePath, cookies.GetCookieHeader(to), await form.ReadAsByteArrayAsync());
    }

    /// <summary>The receipt number on the receipt.</summary>
    public async Task<string> ReceiptNumberAsync() =>
        (await served.PageAsync("/entry/receipt", Http)).QuerySelectorAll("dd")
            .First(d => d.Closest("details") is null).TextContent;

    public void Dispose() => browser?.Dispose();

    public static string NewNumber() => Programme.Entries.CorporateNumber
        .FromBase((900_000_000_000 + Interlocked.Increment(ref companies)).ToString(
            System.Globalization.CultureInfo.InvariantCulture))
        .Digits;
}
