using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Expected;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>The proposals: the list, one with what it would do or did, and the decision about it.</summary>
public sealed class ProposalEndpoints(
    RequestPipeline pipeline, Responses responses, ProposalService service, ProposalActions actions,
    ProposalPreviews previews, StaffTrail trail)
{
    private const string Route = "staff/proposals/{proposal}";

    /// <summary>The list: those that wait first.</summary>
    [Function("ListProposals")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/proposals")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var all = new List<Proposal>();
            await foreach (var proposal in service.AllAsync())
                all.Add(proposal);
            var ordered = all.OrderBy(p => p.State == ProposalState.Open ? 0 : 1).ThenByDescending(p => p.ProposedAt)
                .ToList();
            return await responses.PageAsync<ProposalsPage>(new ProposalsModel(ordered, page.Member));
        });

    /// <summary>One proposal.</summary>
    [Function("ShowProposal")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string proposal) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (await service.FindAsync(proposal, page.Cancellation) is not { } found)
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, "viewProposal", proposal);
            return await PageAsync(page, found, []);
        });

    /// <summary>The letter that would go along with a mail of a proposal that waits.</summary>
    [Function("ShowProposedLetter")]
    public Task<IActionResult> LetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/letter")] HttpRequest request, string proposal) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (await service.FindAsync(proposal, page.Cancellation) is not { State: ProposalState.Open } found)
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, "viewProposal", proposal);
            var rows = await previews.RowsAsync(found.Actions, page.Cancellation);
            return ExpectedLetter.Of(await previews.MailsAsync(rows, page.Cancellation), request.Query["number"].ToString())
                ?? await responses.NotFoundAsync();
        });

    /// <summary>Approves, sends back or takes back.</summary>
    [Function("DecideProposal")]
    public Task<IActionResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string proposal,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, page => DecideAsync(page, proposal));

    private async Task<IActionResult> DecideAsync(StaffRequest page, string id)
    {
        if (await service.FindAsync(id, page.Cancellation) is not { } before)
            return await responses.NotFoundAsync();
        var action = page.Form["do"];
        var note = page.Form["note"] is { Length: > 0 } text ? text : null;
        var answer = await trail.DoAsync(
            page, $"{action}Proposal", id, ProposalRules.Name(before.State), note,
            () => DecideAsync(page, before, action), a => a.Refusal?.Code ?? ProposalRules.Name(a.Proposal!.State));
        return answer.Refusal is { } refusal
            ? await PageAsync(page, await service.FindAsync(id, page.Cancellation) ?? before,
                [new(refusal.Code == "noteMissing" ? "note" : "decide", refusal.Text)])
            : Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/proposals/{id}");
    }

    private async Task<ProposalAnswer> DecideAsync(StaffRequest page, Proposal before, string action)
    {
        var id = before.Id;
        return action switch
        {
            "approve" => await service.ApproveAsync(id, page.Member, page.Cancellation),
            "reject" => await service.RejectAsync(id, page.Member, page.Form["note"], page.Cancellation),
            "withdraw" => await service.WithdrawAsync(id, page.Member, page.Cancellation),
            _ => new(before, new("unknownAction", "操作を読み取れませんでした。画面のボタンから選び直してください。")),
        };
    }

    private async Task<IActionResult> PageAsync(StaffRequest page, Proposal proposal, IReadOnlyList<FieldError> errors)
    {
        var open = proposal.State == ProposalState.Open;
        var rows = open
            ? await previews.RowsAsync(proposal.Actions, page.Cancellation)
            : [.. proposal.Actions.Select((a, i) => new ActionRow(i + 1, a, "", null))];
        var model = new ProposalModel(proposal, rows, page.Member, page.Token, errors)
        {
            Mails = open ? await previews.MailsAsync(rows, page.Cancellation) : ExpectedMails.None,
            Verdicts = open ? [] : await service.VerdictsAsync(proposal.Id, page.Cancellation),
            Parts = open ? [] : await service.PartsAsync(proposal.Id, page.Cancellation),
            Progress = proposal.State == ProposalState.Approved
                ? Running.Of(page.Request, await actions.CountAsync(proposal, page.Cancellation))
                : null,
        };
        return await responses.PageAsync<ProposalPage>(
            model, errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
