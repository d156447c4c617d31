using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Applicants.My;
using Tedori.Workflows.Access;

namespace Tedori.Functions.Applicants;

/// <summary>
/// A signed link opens a page that asks for a click, because mail scanners open links too; the click starts the session.
/// </summary>
public sealed class OpenLink(Door door, Answers answers, CaseAccess access, CompanySessions sessions)
{
    private const string Token = "token_of_link";

    /// <summary>Asks for the click. Says nothing of the case.</summary>
    [Function("AskToOpenLink")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my/open")] HttpRequest request) =>
        door.PublicAsync(request, visit => answers.PageAsync<OpenLinkPage>(
            new OpenLinkModel(visit.Token, Token, request.Query["token"].ToString())));

    /// <summary>Starts the session.</summary>
    [Function("OpenLink")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/open")] HttpRequest request) =>
        door.PublicAsync(request, async visit =>
        {
            if (await access.OpenAsync(visit.Form[Token], visit.ReceivedAt, visit.Cancellation) is not { } link)
                return await answers.MessageAsync(StatusCodes.Status403Forbidden, "リンクが使えません",
                    "このリンクは期限が切れたか、新しいリンクに替わりました。最新のEメールのリンクを開くか、トップページの「リンクの再送」をご利用ください。");
            sessions.Start(request.HttpContext.Response, link);
            return Answers.SeeOther(request.HttpContext.Response, $"/my/{link.CaseId}");
        });
}
