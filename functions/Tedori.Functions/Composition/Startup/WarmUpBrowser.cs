using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Tedori.Functions.Composition.Startup;

/// <summary>Asks as a browser does, and keeps the cookies that it is given.</summary>
internal sealed class WarmUpBrowser
{
    // Of a network that is nobody's.
    private static readonly IPAddress Example = IPAddress.Parse("192.0.2.1");

    private readonly Dictionary<string, string> cookies = [];

    /// <summary>Asks for a page; answers with its text, or an empty one.</summary>
    public Task<string> GetAsync(IServiceProvider services, string path, Func<HttpRequest, Task<IActionResult>> page) =>
        AskAsync(services, HttpMethods.Get, path, [], page);

    /// <summary>Sends a form.</summary>
    public Task<string> PostAsync(
        IServiceProvider services, string path, IEnumerable<KeyValuePair<string, string?>> fields,
        Func<HttpRequest, Task<IActionResult>> page) => AskAsync(
            services, HttpMethods.Post, path,
            Encoding.UTF8.GetBytes(QueryHelpers.AddQueryString("", fields).TrimStart('?')), page);

    /// <summary>Takes over what an answer set.</summary>
    public void Keep(HttpResponse response)
    {
        foreach (var set in response.Headers.SetCookie)
        {
            if (set?.Split(';')[0].Split('=', 2) is [var name, var value])
                cookies[name] = value;
        }
    }

    private async Task<string> AskAsync(
        IServiceProvider services, string method, string path, byte[] body, Func<HttpRequest, Task<IActionResult>> page)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        var request = context.Request;
        (request.Method, request.Scheme, request.Host, request.Path) = (method, "https", new("localhost"), path);
        request.Headers.Cookie = string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));
        context.Connection.RemoteIpAddress = Example;
        if (body.Length > 0)
        {
            request.ContentType = "application/x-www-form-urlencoded";
            request.ContentLength = body.Length;
            request.Body = new MemoryStream(body);
        }

        var answer = await page(request);
        Keep(context.Response);
        return answer is ContentResult { Content: { } text } ? text : "";
    }
}
