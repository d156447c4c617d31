using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Tedori.Tests.Development;

/// <summary>Somebody at a browser on a developer's machine.</summary>
internal sealed class LaptopVisitor(Laptop laptop) : IDisposable
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["kind"] = "corporation",
        ["company-name"] = "株式会社見本",
        ["corporate-number"] = "7000012050002",
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

    private readonly HttpClient http = laptop.NewBrowser();

    public void Dispose() => http.Dispose();

    public async Task<(HttpStatusCode Status, IDocument Page, Uri? Location)> AskAsync(
        string method, string path, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method is not ("GET" or "HEAD"))
            request.Content = new FormUrlEncodedContent(fields);
        using var response = await http.SendAsync(request);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, page, response.Headers.Location);
    }

    /// <summary>A page, which is there.</summary>
    public async Task<IDocument> PageAsync(string path)
    {
        var (status, page, _) = await AskAsync("GET", path);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    /// <summary>Sends the form of a page that posts to this path, with these fields besides its hidden ones.</summary>
    public async Task<Uri?> SubmitAsync(IDocument page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll($"form[action='{action}']").First(f => fields.All(field =>
            f.QuerySelector($"[name='{field.Name}'][value='{field.Value}']") is not null || field.Name != "person"));
        var (status, answer, location) = await AskAsync(
            "POST", action,
            [
                .. Hidden(form).Where(h => fields.All(f => f.Name != h.Key)),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            ]);
        var said = answer.QuerySelector("main")?.TextContent;
        Assert.True(status == HttpStatusCode.SeeOther, $"{action} answered {status}: {said}");
        return location;
    }

    public async Task SignInAsync(string person) =>
        await SubmitAsync(await PageAsync("/local/sign-in"), "/local/sign-in", ("person", person));

    /// <summary>Enters round 1; answers with the receipt number.</summary>
    public async Task<string> EnterAsync()
    {
        var form = (await PageAsync("/entry")).QuerySelector("form[action='/entry']")!;
        var (_, _, location) = await AskAsync("POST", "/entry", [.. Hidden(form), .. Typed, new("action", "send")]);
        Assert.Equal("/entry/receipt", location?.OriginalString);
        return (await PageAsync("/entry/receipt")).QuerySelector("dd")!.TextContent;
    }

    public static IEnumerable<KeyValuePair<string, string>> Hidden(IElement form) => form
        .QuerySelectorAll("input[type=hidden]")
        .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
}
