using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tedori.Functions.Public.Absence;

namespace Tedori.Local.Serve;

/// <summary>
/// What the operator's pages are answered that are asked by a method that they do not take: which they take.
/// </summary>
internal sealed class OperatorMethods
{
    private RouteMethods methods = new([]);

    /// <summary>Maps the pages.</summary>
    public void Map(WebApplication app, OperatorRoutes routes)
    {
        var group = app.MapGroup("");
        routes.Map(group);
        methods = new(((IEndpointRouteBuilder)group).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Select(
            e => (e.RoutePattern.RawText!, (IEnumerable<string>)e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)));
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var others = methods.Of(context.Request.Path);
        if (others.Count == 0 || others.Contains(context.Request.Method))
            return next(context);
        context.Response.Headers.Allow = string.Join(", ", others);
        return Results.Text(
            "このURLでは、この操作はできません。何も変わっていません。\n", "text/plain; charset=utf-8", Encoding.UTF8,
            StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
    }
}
