using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Staff.Rounds;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff;

/// <summary>The places of a round: the double entry of all rounds, and what can be decided about this one.</summary>
public sealed class RoundPages(
    Door door, Answers answers, PlaceDesk places, RoundRecords rounds, WitnessDesk witnesses, EditionShelf editions)
{
    /// <summary>Shows them.</summary>
    [Function("ShowPlaces")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/rounds/{round}/places")] HttpRequest request, string round) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            if (!RoundId.TryParse(round, out var id) || !editions.Has(id))
                return await answers.NotFoundAsync();
            var all = new List<QuotaStatement>();
            foreach (var one in editions.Of(id).Rounds)
                all.Add(await places.StatementAsync(id with { Number = one.Number }, visit.Cancellation));
            var free = await places.ProposeAsync(id, visit.Cancellation);
            var advice = await places.AdviceAsync(id, visit.Cancellation);
            var ledger = await places.LedgerAsync(id.Edition, visit.Cancellation);
            var (state, _) = await rounds.StateAsync(id, visit.Cancellation);
            var standing = await witnesses.StandingAsync(id, visit.Cancellation);
            return await answers.PageAsync<PlacesPage>(new PlacesModel(
                editions.Of(id), id, state, all, free, advice, [.. ledger.Postings], ledger.Sealed.Contains(id.Number),
                standing.Planned, visit.Member));
        });
}
