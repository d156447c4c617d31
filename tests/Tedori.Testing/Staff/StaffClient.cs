using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tedori.Testing.Serve;

namespace Tedori.Testing.Staff;

/// <summary>A browser in which a made-up member of staff is signed in.</summary>
internal sealed class StaffClient : IDisposable
{
    private StaffClient(HttpClient http) => Http = http;

    public HttpClient Http { get; }

    public static async Task<StaffClient> SignInAsync(ServedFolder served, string person)
    {
        var client = new StaffClient(served.NewClient());
        var page = await client.PageAsync("/local/sign-in");
        var form = page.QuerySelectorAll("form").Single(f => f.QuerySelector($"[value={person}]") is not null);
        using var response = await client.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return client;
    }

    public async Task<IDocument> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        return await ParseAsync(response);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Sends a form as a browser would, with these fields in place of its own of the same name.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IElement form, params (string Name, string Value)[] fields)
    {
        var own = form.QuerySelectorAll("input[name],textarea[name],select[name]")
            .Where(e => e.GetAttribute("type") is not ("checkbox" or "radio") || e.HasAttribute("checked"))
            .Where(e => fields.All(f => f.Name != e.GetAttribute("name")))
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, ValueOf(e)));
        return PostAsync(
            form.GetAttribute("action")!, [.. own, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => Http.Dispose();

    private static string ValueOf(IElement e) => e.LocalName switch
    {
        "textarea" => e.TextContent,
        "select" => e.QuerySelector("option[selected]")?.GetAttribute("value")
            ?? e.QuerySelector("option")?.GetAttribute("value") ?? "",
        _ => e.GetAttribute("value") ?? "",
    };
}
