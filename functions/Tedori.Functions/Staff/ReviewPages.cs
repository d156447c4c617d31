using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Pages.Staff.Review;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>
/// The review of a case: what one reviewer may do alone. Whatever needs two people is proposed elsewhere.
/// </summary>
public sealed class ReviewPages(
    Door door, Answers answers, ReviewDesk desk, CaseDesk cases, StaffTrail trail, DurableClientSlot slot)
{
    private const string Route = "staff/cases/{id}/review";

    private static readonly Dictionary<string, string> Done = new()
    {
        ["pass"] = "通過としました。企業に通知します。",
        ["correction"] = "補正を依頼しました。企業に通知します。",
        ["withdraw"] = "補正の依頼を取り下げました。企業に通知します。",
        ["visit"] = "専門家派遣を登録しました。",
    };

    /// <summary>Shows it.</summary>
    [Function("ShowReview")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string id) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            if (await desk.ModelAsync(visit, id) is not { } model)
                return await answers.NotFoundAsync();
            await trail.SawAsync(visit, "viewReview", id);
            var done = Done.GetValueOrDefault(request.Query["done"].ToString());
            return await answers.PageAsync<ReviewPage>(model with { Done = done });
        });

    /// <summary>Does what was asked, unless somebody else changed the case meanwhile.</summary>
    [Function("Review")]
    public Task<IActionResult> ActAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client)
    {
        slot.Client = client;
        return door.StaffAsync(request, StaffRole.Reviewer, visit => ActAsync(visit, id));
    }

    private async Task<IActionResult> ActAsync(StaffVisit visit, string id)
    {
        if (await desk.ModelAsync(visit, id) is not { } model)
            return await answers.NotFoundAsync();
        var (command, errors) = ReviewForm.Read(visit.Form, model.State, visit.ReceivedAt);
        if (command is null)
            return await AgainAsync(ReviewDesk.Wrong(model, visit.Form, errors));
        var seen = ReviewForm.Number(visit.Form["seen"]) ?? -1;
        var caseId = model.State.Id;
        var action = visit.Form["do"];
        switch (await cases.HandleAsync(caseId, command, seen, visit.Cancellation))
        {
            case CaseAnswer.Accepted accepted:
                await trail.DidAsync(visit, action, id, Words(model.State), Words(accepted.State), DetailOf(command));
                return Answers.SeeOther(
                    visit.Request.HttpContext.Response, $"/staff/cases/{caseId}/review?done={action}");
            case CaseAnswer.Changed:
                await trail.DidAsync(visit, action, id, Words(model.State), "changedMeanwhile", null);
                var fresh = (await desk.ModelAsync(visit, id))!;
                return await AgainAsync(ReviewDesk.Since(fresh, Math.Max(seen, 0)) with { Form = visit.Form });
            case CaseAnswer.Refused refused:
                await trail.DidAsync(visit, action, id, Words(model.State), refused.Refusal.Code, null);
                return await AgainAsync(ReviewDesk.Wrong(
                    model, visit.Form, new Pages.Forms.FieldError("review-heading", refused.Refusal.Text)));
            case var other:
                throw new InvalidOperationException($"{id} answered {other}.");
        }
    }

    private Task<IActionResult> AgainAsync(ReviewModel model) =>
        answers.PageAsync<ReviewPage>(model, StatusCodes.Status422UnprocessableEntity);

    private static string Words(CaseState state) => state.Correction is { } open
        ? $"{CaseWords.Of(state.Step)}、補正({open.Number}回目)の回答待ち"
        : CaseWords.Of(state.Step);

    private static string? DetailOf(CaseCommand command) => command is CaseCommand.RequestCorrection c
        ? string.Join(" / ", c.Items.Select(i => $"{i.Subject}: {i.Reason}"))
        : null;
}
