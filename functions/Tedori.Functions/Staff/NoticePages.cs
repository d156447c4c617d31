using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Pages.Forms;
using Tedori.Pages.Staff.Notices;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>
/// Sending notices again: the choice, the preview with the count of recipients, the job with a verdict for each.
/// </summary>
public sealed class NoticePages(
    Door door, Answers answers, NoticeChoice choice, NoticeRepetition repetition, NoticeJobs jobs,
    ProposalDesk proposals,
    CaseDesk cases, EditionShelf editions, StaffTrail trail, DurableClientSlot slot)
{
    private const string Route = "staff/notices/repeat";

    /// <summary>The choice: the notices of a case, or cases and a kind.</summary>
    [Function("ChooseNotices")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Reviewer, visit => PageAsync(
            visit, Chosen(request), request.Query["case"].ToString(), [], StatusCodes.Status200OK));

    /// <summary>Shows the preview, sends, or proposes where the links of several cases are voided.</summary>
    [Function("RepeatNotices")]
    public Task<IActionResult> RepeatAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        slot.Client = client;
        return door.StaffAsync(request, StaffRole.Reviewer, RepeatAsync);
    }

    /// <summary>What became of a job.</summary>
    [Function("ShowNoticeJob")]
    public Task<IActionResult> JobAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/notices/jobs/{job}")] HttpRequest request,
        string job) =>
        door.StaffAsync(request, StaffRole.Viewer,
            async visit => await jobs.FindAsync(job, visit.Cancellation) is { } found
            ? await answers.PageAsync<NoticeJobPage>(
                new NoticeJobModel(found, await jobs.VerdictsAsync(job, visit.Cancellation), visit.Member))
            : await answers.NotFoundAsync());

    private static PostedForm Chosen(HttpRequest request) =>
        request.Query["cases"].ToString() is { Length: > 0 and <= 20_000 } cases
            ? new(new Dictionary<string, IReadOnlyList<string>> { ["cases"] = [cases] })
            : PostedForm.Empty;

    private async Task<IActionResult> RepeatAsync(StaffVisit visit)
    {
        var form = visit.Form;
        var (notices, without, error) = await choice.ReadAsync(form, visit.Cancellation);
        var errors = new List<FieldError>();
        if (error is not null)
            errors.Add(error);
        if (form["reason"].Length is 0 or > 1000)
            errors.Add(new("reason", "再送の理由を1文字以上1,000文字以内で入力してください。"));
        var to = form["to"].Length == 0 ? null : form["to"];
        if (to is not null && notices.Count > 1)
            errors.Add(new("to", "宛先を変えられるのは1件ずつです。宛先を空欄にするか、通知を1件だけ選んでください。"));
        if (errors.Count > 0)
            return await PageAsync(visit, form, form["case"], errors);
        var preview = await repetition.PreviewAsync(notices[0], to, editions, visit.Cancellation);
        if (preview is null)
            return await PageAsync(visit, form, form["case"], [new(to is null ? "notice" : "to", to is null
                ? "この通知はありません。一覧から選び直してください。" : Refusals.AddressWrong(to).Text)]);
        return form["do"] == "send" && form["key"] is { Length: 32 } key && key.All(char.IsAsciiHexDigitLower)
            ? await SendAsync(visit, key, notices, to)
            : await PageAsync(visit, form, form["case"], [], StatusCodes.Status200OK,
                new(notices, without, preview.Value.Notice, preview.Value.Mail));
    }

    private async Task<IActionResult> SendAsync(
        StaffVisit visit, string key, IReadOnlyList<NoticeId> notices, string? to)
    {
        var (form, response) = (visit.Form, visit.Request.HttpContext.Response);
        var revoke = form.Has("revoke");
        if (revoke && notices.Count > 1)
        {
            IReadOnlyList<ProposedAction> actions =
                [.. notices.Select(n => new ProposedAction.RepeatNotice(n, null, form["reason"]))];
            var proposed = await proposals.ProposeAsync(key, actions, form["reason"], visit.Member, visit.Cancellation);
            await trail.DidAsync(visit, "propose", key, null,
                proposed.Refusal?.Code ?? $"repeatNotice {notices.Count}件", form["reason"]);
            return Answers.SeeOther(response, $"/staff/proposals/{key}");
        }

        var job = new NoticeJob(
            key, notices, to, form["reason"], visit.Member.Id, visit.Member.Name, visit.ReceivedAt, revoke);
        var (done, refusal) = await jobs.StartAsync(job, visit.Cancellation);
        await trail.DidAsync(
            visit, "repeatNotices", done?.Id ?? key, null, refusal?.Code ?? $"{notices.Count}件", form["reason"]);
        return refusal is null
            ? Answers.SeeOther(response, $"/staff/notices/jobs/{key}")
            : await PageAsync(visit, form, form["case"], [new("reason", refusal.Text)]);
    }

    private async Task<IActionResult> PageAsync(
        StaffVisit visit, PostedForm form, string caseId, IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity, RepeatPreview? preview = null)
    {
        IReadOnlyList<ListedNotice> notices = [];
        CaseState? state = null;
        if (caseId.Length > 0)
        {
            if (!CaseId.TryParse(caseId, out var id) || !editions.Has(id.Round)
                || (await cases.ReadAsync(id, visit.Cancellation))?.State is not { } found)
                return await answers.NotFoundAsync();
            state = found;
            notices = await repetition.OfCaseAsync(id, visit.Cancellation);
            await trail.SawAsync(visit, "viewNotices", caseId);
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var model = new RepeatModel(state, notices, form, errors, preview, key, visit.Member, visit.Token);
        return await answers.PageAsync<RepeatPage>(model, status);
    }
}
