using System.Net;
using AngleSharp.Dom;
using Tedori.Testing.Staff;

namespace Tedori.Tests.Http;

/// <summary>Sends forms as a browser does that goes to another page.</summary>
internal static class Navigation
{
    public static string AddressOf(HttpResponseMessage sent)
    {
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var address = sent.Headers.Location!.OriginalString;
        Assert.Contains("answer=", address, StringComparison.Ordinal);
        return address;
    }

    public static async Task<(HttpStatusCode Status, IDocument Page)> GetAsync(HttpClient http, string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        return (response.StatusCode, await StaffClient.ParseAsync(response));
    }

    public static Task<HttpResponseMessage> PostAsync(
        HttpClient http, string path, IDocument form, params (string Name, string Value)[] fields) =>
        SendAsync(http, path, form, "navigate", fields);

    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient http, string path, IDocument form, string? mode, params (string Name, string Value)[] fields)
    {
        string[] hidden = ["token", "key", "version", "round"];
        var own = form.QuerySelectorAll("main form input[type=hidden]")
            .Where(e => hidden.Contains(e.GetAttribute("name"))).DistinctBy(e => e.GetAttribute("name"))
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e.GetAttribute("value")!));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new FormUrlEncodedContent(
            [.. own, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        if (mode is not null)
            request.Headers.Add("Sec-Fetch-Mode", mode);
        return await http.SendAsync(request);
    }
}
