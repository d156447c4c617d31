using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Notices;

/// <summary>
/// Sending notices again: the choice, the preview with the count of recipients, the job with a verdict for each.
/// </summary>
public sealed class NoticeEndpoints(
    RequestPipeline pipeline, Responses responses, NoticeChoice choice, NoticeRepetition repetition, NoticeJobs jobs,
    ProposalService proposals,
    CaseCommandHandler cases, EditionCatalog editions, StaffTrail trail)
{
    private const string Route = "staff/notices/repeat";

    /// <summary>The choice: the notices of a case, or cases and a kind.</summary>
    [Function("ChooseNotices")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, page => PageAsync(
            page, Chosen(request), request.Query["case"].ToString(), [], StatusCodes.Status200OK));

    /// <summary>Shows the preview, sends, or proposes where the links of several cases are voided.</summary>
    [Function("RepeatNotices")]
    public Task<IActionResult> RepeatAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, RepeatAsync);

    /// <summary>What became of a job.</summary>
    [Function("ShowNoticeJob")]
    public Task<IActionResult> JobAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/notices/jobs/{job}")] HttpRequest request,
        string job) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (await jobs.FindAsync(job, page.Cancellation) is not { } found)
                return await responses.NotFoundAsync();
            var verdicts = await jobs.VerdictsAsync(job, page.Cancellation);
            var progress = found.Done ? null : Running.Of(request, (verdicts.Count, found.Originals.Count));
            return await responses.PageAsync<NoticeJobPage>(
                new NoticeJobModel(found, verdicts, page.Member, progress));
        });

    private static PostedForm Chosen(HttpRequest request) =>
        request.Query["cases"].ToString() is { Length: > 0 and <= 20_000 } cases
            ? new(new Dictionary<string, IReadOnlyList<string>> { ["cases"] = [cases] })
            : PostedForm.Empty;

    private async Task<IActionResult> RepeatAsync(StaffRequest page)
    {
        var form = page.Form;
        var (notices, without, error) = await choice.ReadAsync(form, page.Cancellation);
        var errors = new List<FieldError>();
        if (error is not null)
            errors.Add(error);
        if (form["reason"].Length is 0 or > 1000)
            errors.Add(new("reason", "再送の理由を1文字以上1,000文字以内で入力してください。"));
        var to = form["to"].Length == 0 ? null : form["to"];
        if (to is not null && notices.Count > 1)
            errors.Add(new("to", "宛先を変えられるのは1件ずつです。宛先を空欄にするか、通知を1件だけ選んでください。"));
        if (errors.Count > 0)
            return await PageAsync(page, form, form["case"], errors);
        var preview = await repetition.PreviewAsync(notices[0], to, page.Cancellation);
        if (preview is null)
            return await PageAsync(page, form, form["case"], [new(to is null ? "notice" : "to", to is null
                ? "この通知はありません。一覧から選び直してください。" : Refusals.AddressWrong(to).Text)]);
        return form["do"] == "send" && form["key"] is { Length: 32 } key && key.All(char.IsAsciiHexDigitLower)
            ? await SendAsync(page, key, notices, to)
            : await PageAsync(page, form, form["case"], [], StatusCodes.Status200OK,
                new(notices, without, await repetition.PreviewAsync(notices, to, page.Cancellation),
                    await NeedsApprovalAsync(notices, to, form.Has("revoke"), page.Cancellation)));
    }

    private async Task<IActionResult> SendAsync(
        StaffRequest page, string key, IReadOnlyList<NoticeId> notices, string? to)
    {
        var (form, response) = (page.Form, page.Request.HttpContext.Response);
        var revoke = form.Has("revoke");
        if (await NeedsApprovalAsync(notices, to, revoke, page.Cancellation))
        {
            bool? keeps = revoke ? null : true;
            IReadOnlyList<ProposedAction> actions =
                [.. notices.Select(n => new ProposedAction.RepeatNotice(n, to, form["reason"], keeps))];
            var proposed = await trail.DoAsync(
                page, AuditActions.Propose, key, null, form["reason"],
                () => proposals.ProposeAsync(key, actions, form["reason"], page.Member, page.Cancellation),
                a => a.Refusal?.Code ?? $"repeatNotice {notices.Count}件");
            return proposed.Refusal is { } unproposed
                ? await PageAsync(page, form, form["case"], [new("reason", unproposed.Text)])
                : Responses.SeeOther(response, $"/staff/proposals/{key}");
        }

        var job = new NoticeJob(
            key, notices, to, form["reason"], page.Member.Id, page.Member.Name, page.ReceivedAt, revoke);
        var (_, refusal) = await trail.DoAsync(
            page, AuditActions.RepeatNotices, key, null, form["reason"], () => jobs.StartAsync(job, page.Cancellation),
            started => started.Refusal?.Code ?? $"{notices.Count}件");
        return refusal is null
            ? Responses.SeeOther(response, $"/staff/notices/jobs/{key}")
            : await PageAsync(page, form, form["case"], [new("reason", refusal.Text)]);
    }

    // Links of several cases that are voided, and a link to where the company never said that it should go.
    private async Task<bool> NeedsApprovalAsync(
        IReadOnlyList<NoticeId> notices, string? to, bool revoke, CancellationToken cancellation) =>
        (revoke && notices.Count > 1)
        || await repetition.CheckAddressAsync(notices[0], to, cancellation) is not null;

    private async Task<IActionResult> PageAsync(
        StaffRequest page, PostedForm form, string caseId, IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity, RepeatPreview? preview = null)
    {
        IReadOnlyList<ListedNotice> notices = [];
        CaseState? state = null;
        if (caseId.Length > 0)
        {
            if (!CaseId.TryParse(caseId, out var id) || !editions.Has(id.Round)
                || (await cases.ReadAsync(id, page.Cancellation))?.State is not { } found)
                return await responses.NotFoundAsync();
            state = found;
            notices = await repetition.OfCaseAsync(id, page.Cancellation);
            await trail.SawAsync(page, "viewNotices", caseId);
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var model = new RepeatModel(state, notices, form, errors, preview, key, page.Member, page.Token);
        return await responses.PageAsync<RepeatPage>(model, status);
    }
}
