using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>
/// The companies of a round that need a decision of two people: entries that only look like one company before the
/// sealing, and lots that won with different contacts after the draw.
/// </summary>
public sealed class CompaniesEndpoints(
    RequestPipeline pipeline, Responses responses, NearMatches near, DrawnMatches drawn, SharedLots lots,
    RoundRecords rounds, EditionCatalog editions, StaffTrail trail)
{
    /// <summary>Most pairs on the page.</summary>
    internal const int Most = 500;

    /// <summary>Shows them.</summary>
    [Function("ShowCompanies")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/rounds/{round}/companies")]
        HttpRequest request,
        string round) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (!RoundId.TryParse(round, out var id) || !editions.Has(id))
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, AuditActions.ViewCompanies, round);
            var (state, _) = await rounds.StateAsync(id, page.Cancellation);
            var (pairs, count) = await near.OfAsync(id, Most, page.Cancellation);
            var disputed = state.Phase < RoundPhase.Drawn ? [] : await DisputedAsync(id, page.Cancellation);
            return await responses.PageAsync<CompaniesPage>(new CompaniesModel(
                id, state, pairs, count, await drawn.OfAsync(id, Most, page.Cancellation), disputed, page.Member));
        });

    private async Task<List<DisputedLot>> DisputedAsync(RoundId round, CancellationToken cancellation)
    {
        var numbers = (await lots.DisputedAsync(round, cancellation)).Select(r => r.Shared!.Number).ToHashSet();
        if (numbers.Count == 0)
            return [];
        var (disputed, members) = (new List<DisputedLot>(), await lots.MembersAsync(round, numbers, cancellation));
        foreach (var number in numbers)
            disputed.Add(new(
                number, [.. members[number].Select(m => m.CaseId)], await lots.SettledAsync(round, number, cancellation)));
        return disputed;
    }
}
