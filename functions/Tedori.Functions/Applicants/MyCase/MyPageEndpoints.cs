using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Plans;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Rounds;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>What a company sees of its case: my page, notices.</summary>
public sealed class MyPageEndpoints(
    RequestPipeline pipeline, Responses responses, CompanySessions sessions, EditionCatalog editions, CaseCommandHandler cases, CaseHistory history,
    DraftService drafts, DrawArchive draws, RoundRecords rounds, PlanSet plans, PaperAnswers papers, InboundFiles mails)
{
    /// <summary>My page.</summary>
    [Function("MyPage")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}")] HttpRequest request, string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var (id, cancellation) = (page.Session.CaseId, page.Cancellation);
            var state = (await cases.ReadAsync(id, cancellation))!.State;
            return await responses.PageAsync<MyPage>(new MyModel(
                page.Frame(), editions.Of(id), state, page.ReceivedAt, await history.EventsAsync(id, cancellation),
                await history.SentAsync(id, cancellation),
                FormKey.Of(state) is { } form ? await drafts.ReadAsync(id, form, cancellation) : null,
                await draws.ProofAsync(id, cancellation))
            {
                HasMails = await mails.AnyAsync(id, cancellation),
                Supports = Referrals.Of(plans, editions.Of(id), state),
                Round = (await rounds.StateAsync(id.Round, cancellation)).State,
            });
        });

    /// <summary>A notice as it was sent.</summary>
    [Function("MyNotice")]
    public Task<IActionResult> NoticeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/notices/{noticeId}")]
        HttpRequest request,
        string caseId, string noticeId) =>
        pipeline.CompanyAsync(request, caseId, async page => await ModelAsync(page, noticeId) is { } model
            ? await responses.PageAsync<NoticePage>(model)
            : await responses.NotFoundAsync());

    /// <summary>The letter of a decision as PDF; a notice that tells of none has no letter.</summary>
    [Function("MyLetter")]
    public Task<IActionResult> LetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/notices/{noticeId}/letter.pdf")]
        HttpRequest request,
        string caseId, string noticeId) =>
        pipeline.CompanyAsync(request, caseId, async page => await ModelAsync(page, noticeId) is { } model
            && NoticePaper.Of(model.Sent.Notice, model.Edition, model.State.Entry) is { } letter
            ? await papers.PdfAsync(() => letter, $"{model.Sent.Notice.Id}")
            : await responses.NotFoundAsync());

    /// <summary>Ends the session.</summary>
    [Function("SignOutCompany")]
    public Task<IActionResult> SignOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/signout")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            await sessions.EndAsync(request.HttpContext.Response, page.Visit, page.Cancellation);
            return Responses.SeeOther(request.HttpContext.Response, "/my/signed-out");
        });

    /// <summary>After the session has ended.</summary>
    [Function("SignedOut")]
    public Task<IActionResult> SignedOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/signed-out")] HttpRequest request) =>
        pipeline.PublicAsync(request, _ => responses.MessageAsync(
            StatusCodes.Status200OK, Say("ログアウトしました"),
            Say("もう一度開くときは、事務局からのEメールにあるリンクをご利用ください。")));

    private async Task<NoticeModel?> ModelAsync(CompanyRequest page, string noticeId)
    {
        var id = page.Session.CaseId;
        if (!NoticeId.TryParse(noticeId, out var notice) || notice.CaseId != id
            || await history.SentAsync(notice, page.Cancellation) is not { } sent)
            return null;
        var events = await history.EventsAsync(id, page.Cancellation);
        return new(
            page.Frame(), sent, editions.Of(id), (await cases.ReadAsync(id, page.Cancellation))!.State,
            [.. events.Where(e => e.Number == sent.Notice.Cause).Select(e => e.Event)],
            (await rounds.StateAsync(id.Round, page.Cancellation)).State);
    }
}
