using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    // The key under which the package keeps the request: a host that runs functions puts it there.
    private const string HttpContextKey = "HttpRequestContext";

    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var item) ? item as HttpContext : null;
}
