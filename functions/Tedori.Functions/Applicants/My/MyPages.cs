using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Applicants.My;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Applicants.My;

/// <summary>What a company sees of its case: my page, notices, receipts of filings.</summary>
public sealed class MyPages(
    Door door, Answers answers, CompanySessions sessions, EditionShelf editions, CaseDesk cases, CaseHistory history,
    DraftDesk drafts, IEvidenceStore store, DrawArchive draws)
{
    /// <summary>My page.</summary>
    [Function("MyPage")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my/{caseId}")] HttpRequest request, string caseId) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            var (id, cancellation) = (visit.Session.CaseId, visit.Cancellation);
            var state = (await cases.ReadAsync(id, cancellation))!.State;
            return await answers.PageAsync<MyPage>(new MyModel(
                visit.Frame(), editions.Of(id), state, visit.ReceivedAt, await history.EventsAsync(id, cancellation),
                await history.SentAsync(id, cancellation),
                FormKey.Of(state) is { } form ? await drafts.ReadAsync(id, form, cancellation) : null,
                await draws.ProofAsync(id, cancellation)));
        });

    /// <summary>A notice as it was sent.</summary>
    [Function("MyNotice")]
    public Task<IActionResult> NoticeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my/{caseId}/notices/{noticeId}")]
        HttpRequest request,
        string caseId, string noticeId) =>
        door.CompanyAsync(request, caseId, async visit =>
            NoticeId.TryParse(noticeId, out var id) && id.CaseId == visit.Session.CaseId
            && await history.SentAsync(id, visit.Cancellation) is { } sent
                ? await answers.PageAsync<NoticePage>(new NoticeModel(visit.Frame(), sent))
                : await answers.NotFoundAsync());

    /// <summary>The receipt of a filing, by the number of its event.</summary>
    [Function("MyFiling")]
    public Task<IActionResult> FiledAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my/{caseId}/filed/{number}")] HttpRequest request,
        string caseId, string number) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            var events = await history.EventsAsync(visit.Session.CaseId, visit.Cancellation);
            var (_, e) = events.FirstOrDefault(e => FormattableString.Invariant($"{e.Number}") == number);
            if (EventWords.FilingOf(e) is not { } filing)
                return await answers.NotFoundAsync();
            var paper = filing.Files.FirstOrDefault(f => f.Name == FilingPaper.FileName);
            return await answers.PageAsync<FiledPage>(new FiledModel(
                visit.Frame(), e, paper is null ? null : await PaperAsync(visit, paper.Sha256)));
        });

    /// <summary>Ends the session in this browser.</summary>
    [Function("SignOutCompany")]
    public Task<IActionResult> SignOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/signout")] HttpRequest request,
        string caseId) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            sessions.End(request.HttpContext.Response, visit.Session.CaseId);
            return await answers.MessageAsync(
                StatusCodes.Status200OK, "ログアウトしました", "もう一度開くときは、事務局からのEメールにあるリンクをご利用ください。");
        });

    private async Task<FilingPaper?> PaperAsync(CompanyVisit visit, string digest)
    {
        await using var content = await store.OpenAsync(visit.Session.CaseId, digest, visit.Cancellation);
        if (content is null)
            return null;
        using var reader = new StreamReader(content);
        return TedoriJson.Read<FilingPaper>(await reader.ReadToEndAsync(visit.Cancellation));
    }
}
