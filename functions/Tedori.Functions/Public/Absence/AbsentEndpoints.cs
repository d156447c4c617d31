using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Home;

namespace Tedori.Functions.Public.Absence;

/// <summary>
/// What every path is answered that no other function has, or has not for this method: a page that leads on.
/// </summary>
public sealed class AbsentEndpoints(RequestPipeline pipeline)
{
    // The host's own paths stay the host's. It refuses a catch-all that is optional.
    private const string Elsewhere = "{*path:regex(^(?!(admin|runtime)(/|$)).*$)}";

    /// <summary>Says that nothing can be sent to the front page.</summary>
    [Function("AbsentRoot")]
    public Task<IActionResult> RefuseAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", "put", "patch", "delete", "options",
            Route = HomeEndpoints.Root)] HttpRequest request) =>
        pipeline.AbsentAsync(request, RouteMethods.OfFunctions.Of(request.Path));

    /// <summary>Says that there is no such page, or what the address takes instead.</summary>
    [Function("Absent")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options",
            Route = Elsewhere)] HttpRequest request) =>
        pipeline.AbsentAsync(request, RouteMethods.OfFunctions.Of(request.Path));
}
