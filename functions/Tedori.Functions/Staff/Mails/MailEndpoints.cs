using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Inbound;
using Tedori.Programme;
using Tedori.Programme.Text;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Mails;

/// <summary>The mails that came in: the list, one mail, filing it with a case, its files.</summary>
public sealed class MailEndpoints(
    RequestPipeline pipeline, Responses responses, InboundService mails, InboundFiles files, MailFilingPreview filings,
    MailPages pages, PostService post, StaffTrail trail)
{
    private const string One = "staff/mails/{mail}";

    private static readonly Refusal NothingToFile =
        new("mailNoForm", "この企業がいま提出する書類はないため、下書きに加えられません。審査の書類として受け取るか、企業に連絡してください。");

    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary>Those that fit no case, and all of a month.</summary>
    [Function("StaffMails")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/mails")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var latest = page.ReceivedAt.InUtc().Date.ToYearMonth();
            var parsed = MonthPattern.Parse(request.Query["month"].ToString());
            var month = parsed.Success && parsed.Value.Year is > 2000 and < 3000 ? parsed.Value : latest;
            var all = await mails.OfMonthAsync(month, page.Cancellation);
            var pages = Math.Max(1, (all.Count + MailListModel.PageSize - 1) / MailListModel.PageSize);
            var asked = int.TryParse(request.Query["page"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
            var number = Math.Clamp(asked, 1, pages);
            await trail.SawAsync(page, AuditActions.ViewMail, "mails");
            return await responses.PageAsync<MailListPage>(new MailListModel(
                page.Member, await mails.UnfiledAsync(cancellation: page.Cancellation),
                [.. all.Skip((number - 1) * MailListModel.PageSize).Take(MailListModel.PageSize)], month, month >= latest, number, pages));
        });

    /// <summary>One mail.</summary>
    [Function("StaffMail")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string mail) =>
        WithAsync(request, StaffRole.Viewer, mail, async (page, found) =>
        {
            await trail.SawAsync(page, AuditActions.ViewMail, mail);
            // Whoever asks only for the head has seen nothing.
            if (found is { Attempt: { } attempt, Case: { } caseId } && !HttpMethods.IsHead(page.Request.Method))
                await post.SeeAsync(caseId.Round, attempt, page.Member.Id, page.Cancellation);
            return await pages.ShowAsync(page, found, []);
        });

    /// <summary>The mail as it came.</summary>
    [Function("StaffMailOriginal")]
    public Task<IActionResult> OriginalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/original.eml")] HttpRequest request,
        string mail) =>
        WithAsync(request, StaffRole.Reviewer, mail, async (page, found) =>
        {
            await trail.SawAsync(page, AuditActions.ExportMail, mail);
            // As bytes to keep: no browser shows what a stranger wrote as a page of this site.
            return await files.RawAsync(found, page.Cancellation) is { } raw
                ? new FileContentResult(raw, "application/octet-stream") { FileDownloadName = $"{found.Id}.eml" }
                : throw new InvalidOperationException($"The mail {found.Id} has lost its original.");
        });

    /// <summary>Its text with markup, made harmless and in a sandbox.</summary>
    [Function("StaffMailFormatted")]
    public Task<IActionResult> FormattedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/formatted")] HttpRequest request, string mail) =>
        WithAsync(request, StaffRole.Viewer, mail, async (page, found) =>
        {
            if (found.HasMarkup != true || await files.MarkupAsync(found, page.Cancellation) is not { } markup)
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, AuditActions.ViewMail, mail);
            request.HttpContext.Response.Headers.ContentSecurityPolicy = MailMarkup.Policy;
            return new ContentResult { Content = MailMarkup.PageOf(markup), ContentType = "text/html; charset=utf-8" };
        });

    /// <summary>Files it with a case, after it was shown whose case that is and what its company will see.</summary>
    [Function("FileMail")]
    public Task<IActionResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/case")] HttpRequest request, string mail) =>
        WithAsync(request, StaffRole.Reviewer, mail, async (page, found) =>
        {
            var typed = page.Form["case"].Trim();
            if (!ReceiptNumbers.TryRead(typed, out var id))
            {
                return await pages.ShowAsync(page, found, [new("case", typed.Length == 0
                    ? "受付番号を入力してください。"
                    : "受付番号の形が正しくありません。r7-07-00123のように入力してください。")]);
            }

            if (page.Form["do"] != MailModel.DoFile)
            {
                var (filing, unable) = await filings.OfAsync(found, id, page.Cancellation);
                return await pages.ShowAsync(page, found, unable is null ? [] : [new("case", unable.Text)], filing: filing);
            }

            var refusal = await trail.DoAsync(
                page, AuditActions.FileMail, mail, found.Case?.ToString(), typed,
                () => mails.AssignAsync(mail, id, page.Member, page.Form["seen"], page.Cancellation), r => r?.Code ?? id.ToString());
            if (refusal is null)
                return Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/mails/{mail}");
            // As it stands now, with what filing it would do now.
            found = (await mails.FindAsync(mail, page.Cancellation))!;
            return await pages.ShowAsync(
                page, found, [new("case", refusal.Text)], filing: (await filings.OfAsync(found, id, page.Cancellation)).Filing);
        });

    /// <summary>Notes that nothing is left to do.</summary>
    [Function("FinishMail")]
    public Task<IActionResult> FinishAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/done")] HttpRequest request, string mail) =>
        WithAsync(request, StaffRole.Reviewer, mail, async (page, found) =>
        {
            var refusal = await trail.DoAsync(
                page, AuditActions.FinishMail, mail, found.DoneAt?.ToString("g", CultureInfo.InvariantCulture), null,
                () => mails.FinishAsync(mail, page.Member, MailPages.SeenBy(page), page.Cancellation), r => r?.Code ?? "done");
            return refusal is null
                ? Responses.SeeOther(page.Request.HttpContext.Response, "/staff/mails")
                : await AgainAsync(page, mail, refusal);
        });

    /// <summary>Puts a file of it among the draft files of its case.</summary>
    [Function("TakeMailFile")]
    public Task<IActionResult> TakeFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/files/{sha256}")] HttpRequest request,
        string mail, string sha256) =>
        WithAsync(request, StaffRole.Reviewer, mail, async (page, found) =>
        {
            if (found.Files.All(f => f.Sha256 != sha256))
                return await responses.NotFoundAsync();
            var refusal = found.Case is null || await pages.MayBeDraftAsync(found, page.Cancellation)
                ? await trail.DoAsync(
                    page, AuditActions.TakeMailFile, mail, null, sha256,
                    () => files.TakeForAsync(mail, sha256, page.Member.Name, MailPages.SeenBy(page), page.Cancellation),
                    r => r?.Code ?? "taken")
                : NothingToFile;
            return refusal is null
                ? Responses.SeeOther(page.Request.HttpContext.Response, $"/staff/mails/{mail}")
                : await AgainAsync(page, mail, refusal);
        });

    // As it stands now, with what was wrong.
    private async Task<IActionResult> AgainAsync(StaffRequest page, string mail, Refusal refusal) => await pages.ShowAsync(
        page, (await mails.FindAsync(mail, page.Cancellation))!, [new("case", refusal.Text)]);

    private Task<IActionResult> WithAsync(
        HttpRequest request, StaffRole role, string id, Func<StaffRequest, InboundMail, Task<IActionResult>> answer) =>
        pipeline.StaffAsync(request, role, async page => await mails.FindAsync(id, page.Cancellation) is { } found
            ? await answer(page, found)
            : await responses.NotFoundAsync());
}
