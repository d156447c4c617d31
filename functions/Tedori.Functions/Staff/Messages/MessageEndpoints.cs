using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Mails;
using Tedori.Programme;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Messages;

/// <summary>What staff write to a company: the form with the edition's phrases, the preview, the sending.</summary>
public sealed class MessageEndpoints(
    RequestPipeline pipeline, Responses responses, CompanyMessages messages, InboundService mails, CaseCommandHandler cases,
    EditionCatalog editions, StaffTrail trail)
{
    private const string Route = "staff/cases/{id}/message";
    private const string PhraseButton = "phrase-";

    private static readonly Refusal Answered = new("messageMailChanged",
        "画面を開いた後に、ほかの職員がこのメールに返信したか、登録や処理を変えました。メールの今の状態を確かめて、必要なら送り直してください。");

    /// <summary>The form.</summary>
    [Function("WriteMessage")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id) =>
        WithAsync(request, id, async (page, caseId) =>
        {
            var mail = await AnsweredAsync(caseId, request.Query["mail"].ToString(), page.Cancellation);
            return await PageAsync(page, caseId, mail, new(SubjectOf(mail), ""), []);
        });

    /// <summary>Puts a phrase in, shows the preview, or sends.</summary>
    [Function("SendMessage")]
    public Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client, string id) =>
        WithAsync(request, id, async (page, caseId) =>
        {
            var form = page.Form;
            var mail = await AnsweredAsync(caseId, form["mail"], page.Cancellation);
            var typed = new TypedMessage(form["subject"].Trim(), form["text"]);
            if (form["do"].StartsWith(PhraseButton, StringComparison.Ordinal))
                return await PageAsync(page, caseId, mail, With(caseId, typed, form["do"][PhraseButton.Length..]), []);
            var (preview, refusal) = await messages.PreviewAsync(caseId, typed.Subject, typed.Text, page.Cancellation);
            refusal ??= await ChangedAsync(page, caseId, mail);
            if (refusal is not null)
                return await PageAsync(page, caseId, mail, typed, [ErrorOf(refusal)]);
            if (form["do"] != "send" || form["key"] is not { Length: 32 } key || !key.All(char.IsAsciiHexDigitLower))
                return await PageAsync(page, caseId, mail, typed, [], preview);
            var refused = await trail.DoAsync(
                page, AuditActions.SendMessage, caseId.ToString(), null, mail?.Id ?? typed.Subject,
                () => messages.SendAsync(key, caseId, typed.Subject, typed.Text, page.Member, mail?.Id, page.Cancellation),
                r => r?.Code ?? "sent");
            if (refused is not null)
                return await PageAsync(page, caseId, mail, typed, [ErrorOf(refused)]);
            // Sent twice with the same key it is sent once, and the mail is done with all the same.
            if (mail is { DoneAt: null })
            {
                await trail.DoAsync(
                    page, AuditActions.FinishMail, mail.Id, null, null,
                    () => mails.FinishAsync(mail.Id, page.Member, cancellation: page.Cancellation), r => r?.Code ?? "done");
            }

            return Responses.SeeOther(request.HttpContext.Response, $"/staff/cases/{caseId}#mails");
        });

    private static FieldError ErrorOf(Refusal refusal) =>
        new(refusal.Code == "messageSubject" ? "subject" : "text", refusal.Text);

    private static string SubjectOf(InboundMail? mail) => mail is null ? "" : "お問い合わせへの回答";

    private TypedMessage With(CaseId id, TypedMessage typed, string number)
    {
        var phrases = editions.Of(id).Phrases;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n >= phrases.Count)
            return typed;
        var before = typed.Text.TrimEnd();
        return typed with { Text = (before.Length == 0 ? "" : before + "\n\n") + phrases[n].Text + "\n" };
    }

    private Task<IActionResult> WithAsync(
        HttpRequest request, string id, Func<StaffRequest, CaseId, Task<IActionResult>> answer) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
            CaseId.TryParse(id, out var caseId) && editions.Has(caseId.Round)
            && await cases.ReadAsync(caseId, page.Cancellation) is not null
                ? await answer(page, caseId)
                : await responses.NotFoundAsync());

    // A mail that somebody answered or filed elsewhere since the form was opened; a message that is sent again under its key
    // has answered it itself.
    private async Task<Refusal?> ChangedAsync(StaffRequest page, CaseId caseId, InboundMail? mail)
    {
        if (page.Form["mail"].Length == 0
            || (mail is not null && !ExpectedMailFiling.IsOther(mail, MailPages.SeenBy(page))))
            return null;
        return (await cases.ReadAsync(caseId, page.Cancellation))!.State.Repeated.Contains(page.Form["key"]) ? null : Answered;
    }

    // A mail of another company is not answered here.
    private async Task<InboundMail?> AnsweredAsync(CaseId caseId, string mail, CancellationToken cancellation) =>
        await mails.FindAsync(mail, cancellation) is { } found && found.Case == caseId ? found : null;

    private async Task<IActionResult> PageAsync(
        StaffRequest page, CaseId caseId, InboundMail? mail, TypedMessage typed, IReadOnlyList<FieldError> errors,
        ExpectedMail? preview = null)
    {
        var state = (await cases.ReadAsync(caseId, page.Cancellation))!.State;
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return await responses.PageAsync<MessagePage>(
            new MessageModel(page.Member, page.Token, state, editions.Of(caseId).Phrases, mail, typed, errors, preview, key),
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
