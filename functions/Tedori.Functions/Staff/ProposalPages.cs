using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Approvals;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>The proposals: the list, one with what it would do or did, and the decision about it.</summary>
public sealed class ProposalPages(
    Door door, Answers answers, ProposalDesk desk, ProposalPreviews previews, StaffTrail trail, DurableClientSlot slot)
{
    private const string Route = "staff/proposals/{proposal}";

    /// <summary>The list: those that wait first.</summary>
    [Function("ListProposals")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/proposals")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            var all = new List<Proposal>();
            await foreach (var proposal in desk.AllAsync())
                all.Add(proposal);
            var ordered = all.OrderBy(p => p.State == ProposalState.Open ? 0 : 1).ThenByDescending(p => p.ProposedAt)
                .ToList();
            return await answers.PageAsync<ProposalsPage>(new ProposalsModel(ordered, visit.Member));
        });

    /// <summary>One proposal.</summary>
    [Function("ShowProposal")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string proposal) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            if (await desk.FindAsync(proposal, visit.Cancellation) is not { } found)
                return await answers.NotFoundAsync();
            await trail.SawAsync(visit, "viewProposal", proposal);
            return await PageAsync(visit, found, []);
        });

    /// <summary>Approves, sends back or takes back.</summary>
    [Function("DecideProposal")]
    public Task<IActionResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string proposal,
        [DurableClient] DurableTaskClient client)
    {
        slot.Client = client;
        return door.StaffAsync(request, StaffRole.Viewer, visit => DecideAsync(visit, proposal));
    }

    private async Task<IActionResult> DecideAsync(StaffVisit visit, string id)
    {
        if (await desk.FindAsync(id, visit.Cancellation) is not { } before)
            return await answers.NotFoundAsync();
        var action = visit.Form["do"];
        var answer = action switch
        {
            "approve" => await desk.ApproveAsync(id, visit.Member, visit.Cancellation),
            "reject" => await desk.RejectAsync(id, visit.Member, visit.Form["note"], visit.Cancellation),
            "withdraw" => await desk.WithdrawAsync(id, visit.Member, visit.Cancellation),
            _ => new(before, new("unknownAction", "操作を読み取れませんでした。画面のボタンから選び直してください。")),
        };
        await trail.DidAsync(
            visit, $"{action}Proposal", id, ProposalRules.Name(before.State),
            answer.Refusal?.Code ?? ProposalRules.Name(answer.Proposal!.State),
            visit.Form["note"] is { Length: > 0 } note ? note : null);
        return answer.Refusal is { } refusal
            ? await PageAsync(visit, answer.Proposal ?? before,
                [new(refusal.Code == "noteMissing" ? "note" : "decide", refusal.Text)])
            : Answers.SeeOther(visit.Request.HttpContext.Response, $"/staff/proposals/{id}");
    }

    private async Task<IActionResult> PageAsync(StaffVisit visit, Proposal proposal, IReadOnlyList<FieldError> errors)
    {
        var open = proposal.State == ProposalState.Open;
        var rows = open
            ? await previews.RowsAsync(proposal.Actions, visit.Cancellation)
            : [.. proposal.Actions.Select((a, i) => new ActionRow(i + 1, a, "", null))];
        var letter = open ? await previews.LetterAsync(proposal.Actions, visit.ReceivedAt, visit.Cancellation) : null;
        var verdicts = open ? [] : await desk.VerdictsAsync(proposal.Id, visit.Cancellation);
        var model = new ProposalModel(proposal, rows, verdicts, letter, visit.Member, visit.Token, errors);
        return await answers.PageAsync<ProposalPage>(
            model, errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
