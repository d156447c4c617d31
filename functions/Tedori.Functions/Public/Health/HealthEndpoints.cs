using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Health;

namespace Tedori.Functions.Public.Health;

/// <summary>Whether the app works, for load balancers and whoever watches it.</summary>
public sealed class HealthEndpoints(HealthService service)
{
    /// <summary>200 where every part works, 503 where one does not, with the parts as JSON.</summary>
    [Function("Health")]
    public async Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "healthz")] HttpRequest request,
        CancellationToken cancellation)
    {
        var report = await service.CheckAsync(cancellation);
        return new ContentResult
        {
            Content = TedoriJson.Write(report) + "\n",
            ContentType = "application/json; charset=utf-8",
            StatusCode = report.Status == HealthReport.Ok ? 200 : 503,
        };
    }
}
