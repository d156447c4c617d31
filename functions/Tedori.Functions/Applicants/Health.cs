using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Workflows;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Applicants;

/// <summary>Whether the record answers. Tells nothing else.</summary>
public sealed class Health(RoundRecords rounds, EditionShelf editions)
{
    /// <summary>200 where the record answers; a failure becomes the host's 500.</summary>
    [Function("Health")]
    public async Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "healthz")] HttpRequest request, CancellationToken cancellation)
    {
        await rounds.StateAsync(new(editions.All.Last().Id, 1), cancellation);
        return new ContentResult { Content = "ok\n", ContentType = "text/plain; charset=utf-8", StatusCode = 200 };
    }
}
