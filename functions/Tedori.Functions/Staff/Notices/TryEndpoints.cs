using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Text;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Notices;

/// <summary>Trying a kind of notice with any case: the form, how it would read, and sending it to the office.</summary>
public sealed class TryEndpoints(
    RequestPipeline pipeline, Responses responses, NoticeTrial trial, EditionCatalog editions, StaffTrail trail)
{
    private const string Route = "staff/mails/try";

    /// <summary>The form, and the notice where one was chosen.</summary>
    [Function("TryNotice")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, page =>
        {
            var (typed, kind) = (request.Query["case"].ToString(), request.Query["kind"].ToString());
            return typed.Length == 0 && kind.Length == 0
                ? PageAsync(page, "", null, null, [])
                : PageAsync(page, typed, kind, request.Query.ContainsKey("sent"));
        });

    /// <summary>Sends it to the office.</summary>
    [Function("SendTrial")]
    public Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            var (typed, kind, key) = (page.Form["case"], page.Form["kind"], page.Form["key"]);
            if (Read(typed, kind) is not var (id, chosen) || key.Length != 32 || !key.All(char.IsAsciiHexDigitLower))
                return await PageAsync(page, typed, kind, sent: false);
            var refusal = await trail.DoAsync(
                page, AuditActions.TryNotice, id.ToString(), null, NoticeId.NameOf(chosen),
                () => trial.SendAsync(key, id, chosen, page.Cancellation), r => r?.Code ?? "sent");
            return refusal is null
                ? Responses.SeeOther(request.HttpContext.Response, $"/staff/mails/try?case={id}&kind={chosen}&sent=1")
                : await PageAsync(page, typed, chosen, null, [new("kind", refusal.Text)]);
        });

    private (CaseId Id, NoticeKind Kind)? Read(string typed, string kind) =>
        ReceiptNumbers.TryRead(typed, out var id) && editions.Has(id.Round)
        && Enum.TryParse<NoticeKind>(kind, out var chosen) && Enum.IsDefined(chosen) && chosen.ToString() == kind
            ? (id, chosen)
            : null;

    private async Task<IActionResult> PageAsync(StaffRequest page, string typed, string kind, bool sent)
    {
        if (typed.Length > 100)
            typed = "";
        if (!ReceiptNumbers.TryRead(typed, out var number) || !editions.Has(number.Round))
            return await PageAsync(page, typed, null, null, [new("case", "受付番号の申請がありません。r7-07-00123の形で入力してください。")]);
        if (Read(typed, kind) is not var (id, chosen))
            return await PageAsync(page, typed, null, null, [new("kind", "通知の種類を選んでください。")]);
        await trail.SawAsync(page, AuditActions.ViewCase, id.ToString());
        var tried = await trial.OfAsync(id, chosen, page.Cancellation);
        return tried.Refusal is { } refusal
            ? await PageAsync(page, typed, chosen, null, [new(refusal.Code == "noSuchCase" ? "case" : "kind", refusal.Text)])
            : await PageAsync(page, typed, chosen, tried, [], await trial.RecipientAsync(id, page.Cancellation), sent);
    }

    private Task<IActionResult> PageAsync(
        StaffRequest page, string typed, NoticeKind? kind, TriedNotice? tried, IReadOnlyList<FieldError> errors, string? to = null,
        bool sent = false)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return responses.PageAsync<TryPage>(
            new TryModel(page.Member, page.Token, typed, kind, tried, to, errors, key) { Sent = sent },
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
