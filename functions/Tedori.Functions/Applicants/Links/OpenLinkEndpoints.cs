using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme.Access;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Applicants.Links;

/// <summary>
/// A signed link opens a page that asks for a click, because mail scanners open links too; the click starts the session.
/// </summary>
public sealed class OpenLinkEndpoints(
    RequestPipeline pipeline, Responses responses, CaseAccess access, CompanySessions sessions, CallerLimits limits, LanguageChoice choice,
    IRecords records, NoticeService notices)
{
    private const string Token = "token_of_link";

    /// <summary>
    /// Asks for the click, or tells why the link opens nothing. Says nothing of the case and changes nothing.
    /// </summary>
    [Function("AskToOpenLink")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/open")] HttpRequest request) =>
        pipeline.PublicAsync(request, async page =>
        {
            var token = request.Query["token"].ToString();
            var (link, verdict) = await access.OpenAsync(token, page.ReceivedAt, page.Cancellation);
            // In the language of the mail that it came with, whatever it opens.
            if (link is not null)
                LanguageChoice.BeginIn(request, await records.LanguageOfAsync(link.CaseId, page.Cancellation));
            return verdict is LinkVerdict.Valid
                ? await responses.PageAsync<OpenLinkPage>(new OpenLinkModel(page.Token, Token, token))
                : await responses.BadLinkAsync(verdict);
        });

    /// <summary>Starts the session.</summary>
    [Function("OpenLink")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/open")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.PublicAsync(request, async page =>
        {
            var response = request.HttpContext.Response;
            var (link, verdict) = await access.OpenAsync(page.Form[Token], page.ReceivedAt, page.Cancellation);
            // What cannot be read is as if it had never been sent, and is not shown either.
            Language? begun = null;
            if (link is not null)
            {
                LanguageChoice.ComeBackTo($"/my/open?token={Uri.EscapeDataString(page.Form[Token])}");
                begun = LanguageChoice.BeginIn(request, await records.LanguageOfAsync(link.CaseId, page.Cancellation));
            }

            // Counted for a signature that holds: nobody who makes links up can shut a company out.
            if (link is not null && !limits.AdmitOpening(link.CaseId, out var wait))
                return await responses.TooManyAsync(response, wait, CallerLimits.Openings);
            if (link is null || verdict is not LinkVerdict.Valid)
                return await responses.BadLinkAsync(verdict);
            if (link.Notice is { } notice)
                await notices.RecordAsync(notice, NoticeState.Opened, "", page.Cancellation);
            sessions.Start(response, link);
            if (begun is not null)
                choice.Remember(response, begun);
            return Responses.SeeOther(response, $"/my/{link.CaseId}");
        });
}
