using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Withdrawal;

/// <summary>辞退・撤回・中止: the page that says what it means, and the doing.</summary>
public sealed class LeaveEndpoints(RequestPipeline pipeline, Responses responses, CaseCommandHandler cases, IClock clock)
{
    private const string Route = "my/{caseId}/leave/{way}";

    /// <summary>Says what it means and asks.</summary>
    [Function("AskToLeave")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string caseId,
        string way) =>
        pipeline.CompanyAsync(request, caseId, page => WithWayAsync(page, way, outcome =>
            responses.PageAsync<LeavePage>(new LeaveModel(page.Frame(), outcome, "", []))));

    /// <summary>Leaves.</summary>
    [Function("Leave")]
    public Task<IActionResult> LeaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client, string caseId, string way) =>
        pipeline.CompanyAsync(request, caseId, page => WithWayAsync(page, way, async outcome =>
        {
            var reason = page.Form["reason"];
            var errors = Errors(outcome, reason, page.Form.Has("sure")).ToList();
            if (errors.Count > 0)
            {
                return await responses.PageAsync<LeavePage>(
                    new LeaveModel(page.Frame(), outcome, reason, errors), StatusCodes.Status422UnprocessableEntity);
            }

            return await cases.HandleAsync(
                page.Session.CaseId, CommandOf(outcome, reason), page.Cancellation) is CaseAnswer.Refused refused
                ? await responses.RefusedAsync(refused.Refusal.Text)
                : Responses.SeeOther(request.HttpContext.Response, $"/my/{page.Session.CaseId}");
        }));

    private async Task<IActionResult> WithWayAsync(
        CompanyRequest page, string way, Func<Outcome, Task<IActionResult>> answer)
    {
        Outcome[] ways = [Outcome.Declined, Outcome.Retracted, Outcome.Abandoned];
        if (ways.Where(o => LeaveModel.NameOf(o) == way).ToList() is not [var outcome])
            return await responses.NotFoundAsync();
        var state = (await cases.ReadAsync(page.Session.CaseId, page.Cancellation))!.State;
        if (state.Outcome is { } closed)
            return await responses.RefusedAsync(Refusals.CaseClosed(closed).Text);
        return Leaving.Of(state).Contains(outcome)
            ? await answer(outcome)
            : await responses.RefusedAsync(Refusals.NotThisStep(state.Step, CaseLabels.Of(outcome)).Text);
    }

    private CaseCommand CommandOf(Outcome outcome, string reason) => outcome switch
    {
        Outcome.Declined => new CaseCommand.Decline(clock.GetCurrentInstant(), reason),
        Outcome.Retracted => new CaseCommand.Retract(clock.GetCurrentInstant(), reason),
        _ => new CaseCommand.Abandon(clock.GetCurrentInstant(), reason),
    };

    private static IEnumerable<FieldError> Errors(Outcome outcome, string reason, bool sure)
    {
        if (reason.Length is 0 or > 400)
            yield return new("reason", Say("理由を400文字以内で入力してください。"));
        if (!sure)
            yield return new("sure", Say("{0}の意味を確認し、チェックしてください。", Sentences.Of(CaseLabels.Of(outcome))));
    }
}
