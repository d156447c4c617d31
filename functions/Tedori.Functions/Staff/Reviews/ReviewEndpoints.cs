using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Reviews;

/// <summary>
/// The review of a case: what one reviewer may do alone. Whatever needs two people is proposed elsewhere.
/// </summary>
public sealed class ReviewEndpoints(
    RequestPipeline pipeline, Responses responses, ReviewModels service, CaseCommandHandler cases, NoticePreview notices,
    StaffTrail trail)
{
    private const string Route = "staff/cases/{id}/review";

    private static readonly Dictionary<string, string> Done = new()
    {
        ["correction"] = "補正を依頼しました。企業に通知します。",
        ["withdraw"] = "補正の依頼を取り下げました。企業に通知します。",
        ["visit"] = "専門家派遣を登録しました。",
    };

    /// <summary>Shows it.</summary>
    [Function("ShowReview")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            if (await service.ModelAsync(page, id) is not { } model)
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, "viewReview", id);
            var done = Done.GetValueOrDefault(request.Query["done"].ToString());
            return await responses.PageAsync<ReviewPage>(model with { Done = done });
        });

    /// <summary>Does what was asked, unless somebody else changed the case meanwhile.</summary>
    [Function("Review")]
    public Task<IActionResult> ActAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, page => ActAsync(page, id));

    private async Task<IActionResult> ActAsync(StaffRequest page, string id)
    {
        if (await service.ModelAsync(page, id) is not { } model)
            return await responses.NotFoundAsync();
        var (command, errors) = ReviewForm.Read(page.Form, model.State, page.ReceivedAt);
        if (command is null)
            return await AgainAsync(ReviewModels.Wrong(model, page.Form, errors));
        var seen = StaffNumber.Seen(page.Form) ?? -1;
        var caseId = model.State.Id;
        var action = ReviewForm.ActOf(page.Form);
        if (page.Form["do"] != action && model.Events == seen)
            return await PreviewAsync(page, model, command);
        if (page.Form["do"] != action)
            return await AgainAsync(ReviewModels.Since(model, Math.Max(seen, 0)) with { Form = page.Form });
        var answer = await trail.DoAsync(
            page, action, id, Words(model.State), DetailOf(command),
            () => cases.HandleAsync(caseId, command, seen, page.Cancellation), AfterOf);
        switch (answer)
        {
            case CaseAnswer.Accepted:
                return Responses.SeeOther(
                    page.Request.HttpContext.Response, $"/staff/cases/{caseId}/review?done={action}");
            case CaseAnswer.Changed:
                var fresh = (await service.ModelAsync(page, id))!;
                return await AgainAsync(ReviewModels.Since(fresh, Math.Max(seen, 0)) with { Form = page.Form });
            case CaseAnswer.Refused refused:
                return await AgainAsync(ReviewModels.Wrong(
                    model, page.Form, new FieldError("review-heading", refused.Refusal.Text)));
            case var other:
                throw new InvalidOperationException($"{id} answered {other}.");
        }
    }

    private async Task<IActionResult> PreviewAsync(StaffRequest page, ReviewModel model, CaseCommand command)
    {
        var (mails, refusal) = await notices.OfAsync(new AskedOfCase(model.State.Id, command), page.Cancellation);
        return refusal is null
            ? await responses.PageAsync<ReviewPage>(
                model with { Form = page.Form, Mails = new([.. mails.Select(m => new ExpectedGroup(1, m))]) })
            : await AgainAsync(ReviewModels.Wrong(model, page.Form, new FieldError("review-heading", refusal.Text)));
    }

    private Task<IActionResult> AgainAsync(ReviewModel model) =>
        responses.PageAsync<ReviewPage>(model, StatusCodes.Status422UnprocessableEntity);

    private static string AfterOf(CaseAnswer answer) => answer switch
    {
        CaseAnswer.Accepted accepted => Words(accepted.State),
        CaseAnswer.Refused refused => refused.Refusal.Code,
        CaseAnswer.Changed => "changedMeanwhile",
        _ => "",
    };

    private static string Words(CaseState state) => state.Correction is { } open
        ? $"{CaseLabels.Of(state.Step)}、補正({open.Number}回目)の回答待ち"
        : CaseLabels.Of(state.Step);

    private static string? DetailOf(CaseCommand command) => command is CaseCommand.RequestCorrection c
        ? string.Join(" / ", c.Items.Select(i => $"{i.Subject}: {i.Reason}"))
        : null;
}
