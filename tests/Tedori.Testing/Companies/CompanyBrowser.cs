using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Tedori.Programme;

namespace Tedori.Testing.Companies;

/// <summary>A browser without script, in which a company has opened its link.</summary>
public sealed class CompanyBrowser(HttpClient http, CaseId id, CookieContainer? cookies = null) : IDisposable
{
    /// <summary>The cookies that the browser would send to a path.</summary>
    public string CookiesFor(string path) => cookies!.GetCookieHeader(new(http.BaseAddress!, path));

    /// <summary>Keeps a cookie of the site.</summary>
    public void Remember(string name, string value) => cookies!.Add(http.BaseAddress!, new Cookie(name, value));

    public CaseId Case => id;

    public HttpClient Http => http;

    public string Path(string below = "") => $"/my/{id}{below}";

    public async Task FollowAsync(Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var page = await GetAsync(link.PathAndQuery);
        var answer = await SubmitAsync(page, "main form");
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    public async Task<IDocument> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        return await ParseAsync(response);
    }

    /// <summary>Presses a button of a form that stands in a page, with some fields changed; a null leaves one out.</summary>
    public Task<Answer> SubmitAsync(IDocument page, string form, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(page);
        var element = Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector(form));
        return PostAsync(element.GetAttribute("action")!, FieldsOf(element), changes);
    }

    public async Task<Answer> PostAsync(
        string path, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string? Value)[] changes)
    {
        using var content = new FormUrlEncodedContent(Change(fields, changes));
        return await PostAsync(path, content);
    }

    public async Task<Answer> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = content;
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new(
            response.StatusCode, await ParseAsync(response), response.Headers.Location?.OriginalString,
            response.Headers.RetryAfter?.ToString());
    }

    /// <summary>What the browser would send of a form, without its buttons.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IElement form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return
        [
            .. form.QuerySelectorAll("input[name], textarea[name]")
                .Where(e => e is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
                .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e is IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value") ?? "")),
        ];
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Change(
        IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var names = changes.Select(c => c.Name).ToHashSet();
        return
        [
            .. fields.Where(f => !names.Contains(f.Key)),
            .. changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value!)),
        ];
    }

    public void Dispose() => http.Dispose();

    private static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
}
