using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tedori.Functions.Public.Absence;

namespace Tedori.Local.Serve;

/// <summary>
/// What is asked of the operator's pages by a method that they do not take, and of any page by one that no page takes: which
/// they take.
/// </summary>
internal sealed class OperatorMethods
{
    private static readonly string[] Known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

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
        var own = methods.Of(context.Request.Path);
        // Methods that the app has a page for are its own to answer; of others it is never asked.
        var others = own.Count > 0 || Known.Contains(context.Request.Method) ? own : RouteMethods.OfFunctions.Of(context.Request.Path);
        if (others.Contains(context.Request.Method) || (others.Count == 0 && Known.Contains(context.Request.Method)))
            return next(context);
        if (others.Count == 0)
        {
            return Results.Text(
                "お探しのページはありません。URLを確かめてください。\n", "text/plain; charset=utf-8", Encoding.UTF8,
                StatusCodes.Status404NotFound).ExecuteAsync(context);
        }

        context.Response.Headers.Allow = string.Join(", ", others);
        return Results.Text(
            "このURLでは、この操作はできません。何も変わっていません。\n", "text/plain; charset=utf-8", Encoding.UTF8,
            StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
    }
}
