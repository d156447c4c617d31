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
    RequestPipeline pipeline, Responses responses, NearMatches near, SharedLots lots, RoundRecords rounds,
    EditionCatalog editions, StaffTrail trail)
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
            var pairs = await near.OfAsync(id, page.Cancellation);
            var disputed = new List<DisputedLot>();
            foreach (var lot in state.Phase < RoundPhase.Drawn ? [] : await lots.DisputedAsync(id, page.Cancellation))
            {
                var number = lot.Shared!.Number;
                disputed.Add(new(
                    number, [.. (await lots.MembersAsync(id, number, page.Cancellation)).Select(m => m.CaseId)],
                    await lots.SettledAsync(id, number, page.Cancellation)));
            }

            return await responses.PageAsync<CompaniesPage>(new CompaniesModel(
                id, state, [.. pairs.Take(Most)], pairs.Count, disputed, page.Member));
        });
}
