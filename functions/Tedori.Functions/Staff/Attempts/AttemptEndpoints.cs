using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Mails;
using Tedori.Functions.Staff.Post;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Attempts;

/// <summary>What staff take of a mail: a file for the review, or the whole as an attempt to file before the deadline.</summary>
public sealed class AttemptEndpoints(
    RequestPipeline pipeline, Responses responses, InboundService mails, MailEvidence evidence, CaseCommandHandler cases,
    EditionCatalog editions, NoticePreview preview, MailPages pages, StaffTrail trail)
{
    private const string One = "staff/mails/{mail}";

    /// <summary>Takes a file as a document of the review that runs, after the mail was shown that tells the company.</summary>
    [Function("TakeMailEvidence")]
    public Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/files/{sha256}/evidence")] HttpRequest request,
        string mail, string sha256,
        [DurableClient] DurableTaskClient client) =>
        WithAsync(request, mail, async (page, found, state) =>
        {
            if (found.Files.All(f => f.Sha256 != sha256))
                return await responses.NotFoundAsync();
            var slot = (string?)null;
            var refusal = MailPages.ReviewForm(editions.Of(state.Id), state) is not { } form ? Refusals.NoReviewRuns
                : FileChoice.TryRead(form, page.Form["slot"], out slot) ? null
                : new Refusal("slotUnknown", "書類の種類を選び直してください。");
            if (page.Form["do"] != "take" && (refusal ??= await evidence.CheckAsync(found, sha256, page.Cancellation)) is null)
            {
                var (mails, _) = await preview.OfAsync(evidence.AsksOf(found, sha256, slot, page.Member), page.Cancellation);
                return await pages.ShowAsync(
                    page, found, [], new(sha256, page.Form["slot"], new([.. mails.Select(m => new ExpectedGroup(1, m))])));
            }

            refusal ??= await trail.DoAsync(
                page, AuditActions.TakeMailEvidence, mail, null, sha256,
                () => evidence.TakeAsync(mail, sha256, slot, page.Member, MailPages.SeenBy(page), page.Cancellation),
                r => r?.Code ?? "taken");
            return refusal is null
                ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/mails/{mail}")
                : await pages.ShowAsync(
                    page, (await mails.FindAsync(mail, page.Cancellation))!, [new(MailModel.SlotOf(sha256), refusal.Text)]);
        });

    /// <summary>The form for an attempt.</summary>
    [Function("NewAttempt")]
    public Task<IActionResult> NewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/attempt")] HttpRequest request, string mail) =>
        WithAsync(request, mail, async (page, found, state) =>
        {
            if ((MailEvidence.Check(found) ?? AttemptRules.Check(editions.Of(state.Id), state, found.ReceivedAt, page.ReceivedAt)) is { } refusal)
                return await RefusedAsync(mail, refusal.Text);
            await trail.SawAsync(page, AuditActions.ViewMail, mail);
            return await FormAsync(page, found, state, [], StatusCodes.Status200OK);
        });

    /// <summary>Records it.</summary>
    [Function("RecordAttempt")]
    public Task<IActionResult> RecordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/attempt")] HttpRequest request, string mail,
        [DurableClient] DurableTaskClient client) =>
        WithAsync(request, mail, async (page, found, state) =>
        {
            var (attempt, errors) = Read(page, found, state);
            if (attempt is null)
                return await FormAsync(page, found, state, errors);
            var answer = await trail.DoAsync(
                page, AuditActions.RecordAttempt, mail, null, state.Id.ToString(),
                () => evidence.RecordAsync(mail, attempt, page.Member, MailPages.SeenBy(page), page.Cancellation),
                a => a.Refusal?.Code ?? a.Envelope!.State.ToString());
            return answer.Refusal is { } refusal
                ? await FormAsync(page, found, state, [new("step", refusal.Text)])
                : Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/post/{state.Id.Round}/{MailEvidence.AttemptOf(mail)}");
        });

    private Task<IActionResult> RefusedAsync(string mail, string text) => responses.MessageAsync(
        StatusCodes.Status409Conflict, "受け付けられませんでした", text, ($"/staff/mails/{mail}", "メールに戻る"));

    private Task<IActionResult> WithAsync(
        HttpRequest request, string id, Func<StaffRequest, InboundMail, CaseState, Task<IActionResult>> answer) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
            await mails.FindAsync(id, page.Cancellation) is not { } found ? await responses.NotFoundAsync()
            : found.Case is not { } caseId || await cases.ReadAsync(caseId, page.Cancellation) is not { State: var state }
                ? await RefusedAsync(id, "このメールはまだ申請に登録されていません。先に受付番号を指定して登録してください。")
            : await answer(page, found, state));

    private (TypedAttempt? Attempt, IReadOnlyList<FieldError> Errors) Read(
        StaffRequest page, InboundMail mail, CaseState state)
    {
        var (edition, form, errors) = (editions.Of(state.Id), page.Form, new List<FieldError>());
        var (step, correction) = EnvelopeForms.StepOf(form, state, errors);
        var paper = PostalFiling.FormOf(edition, state, step, correction);
        var answers = paper?.Take(name => form[name]) ?? FormAnswers.None;
        if (paper is not null && errors.Count == 0)
            errors.AddRange(EnvelopeForms.Unstated(
                edition, paper, form, answers, "下の欄に、メールと添付に書かれている内容を入力してください。"));
        var files = new List<(string Sha256, string? Slot)>();
        for (var i = 0; i < mail.Files.Count; i++)
        {
            var chosen = form[AttemptModel.FieldOf(i)];
            var slot = (string?)null;
            if (chosen == FileChoice.LeftOut)
                continue;
            if (paper is null ? chosen != FileChoice.Other : !FileChoice.TryRead(paper, chosen, out slot))
                errors.Add(new(AttemptModel.FieldOf(i), $"「{mail.Files[i].Name}」の書類の種類を選んでください。"));
            files.Add((mail.Files[i].Sha256, slot));
        }

        if (errors.Count > 0)
            return (null, errors);
        var isClaim = paper?.Key.Kind == FormKind.Claim;
        return (new(
            step, correction, files, paper is null ? null : answers.Texts,
            paper is null ? [] : ItemAnswers.Items(paper, answers),
            isClaim ? ItemAnswers.Persons(edition, answers, complete: false) : 0), []);
    }

    private Task<IActionResult> FormAsync(
        StaffRequest page, InboundMail mail, CaseState state, IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity)
    {
        return responses.PageAsync<AttemptPage>(
            new AttemptModel(mail, editions.Of(state.Id), state, page.Form, errors, page.Member, page.Token), status);
    }
}
