using System.Net;
using AngleSharp.Html.Parser;

namespace Tedori.Tests.Http;

/// <summary>Looks whether what was sent came back as markup.</summary>
internal static class Reflection
{
    public static async Task<bool> InAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.NotFound && answer.Content.Headers.ContentLength == 0)
            return false;
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return answer.Content.Headers.ContentType?.MediaType == "text/html"
            && page.QuerySelectorAll($"{HostileRequest.Marker}, script:not([src]), [onload]").Length > 0;
    }
}
