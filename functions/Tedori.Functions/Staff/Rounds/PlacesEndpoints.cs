using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>The places of a round: the double entry of all rounds, and what can be decided about this one.</summary>
public sealed class PlacesEndpoints(
    RequestPipeline pipeline, Responses responses, PlaceService places, RoundRecords rounds, WitnessService witnesses, EditionCatalog editions)
{
    /// <summary>Shows them.</summary>
    [Function("ShowPlaces")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/rounds/{round}/places")] HttpRequest request, string round) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (!RoundId.TryParse(round, out var id) || !editions.Has(id))
                return await responses.NotFoundAsync();
            // What is proposed and what the ledger shows are of the same moment.
            var ledger = await places.SettledAsync(id, page.Cancellation);
            var all = editions.Of(id).Rounds.Select(r => ledger.Book.StatementOf(r.Number)).ToList();
            var advice = await places.AdviceAsync(id, page.Cancellation);
            var (state, _) = await rounds.StateAsync(id, page.Cancellation);
            var standing = await witnesses.StandingAsync(id, page.Cancellation);
            return await responses.PageAsync<PlacesPage>(new PlacesModel(
                editions.Of(id), id, state, all, ledger.Propose(id.Number), advice, [.. ledger.Postings], ledger.Sealed.Contains(id.Number),
                standing.Planned, page.Member));
        });
}
