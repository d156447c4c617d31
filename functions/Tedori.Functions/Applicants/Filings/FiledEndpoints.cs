using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Papers;
using Tedori.Programme.Filings;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>The receipt and the content of a filing, by the number of its event.</summary>
public sealed class FiledEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, CaseCommandHandler cases, CaseHistory history,
    PaperReader reader, PaperAnswers papers)
{
    private const string Filed = "my/{caseId}/filed/{number}";

    /// <summary>The receipt.</summary>
    [Function("MyFiling")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Filed)] HttpRequest request, string caseId,
        string number) =>
        AnswerAsync(request, caseId, number, model => responses.PageAsync<FiledPage>(model));

    /// <summary>The receipt as PDF.</summary>
    [Function("MyFilingReceipt")]
    public Task<IActionResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Filed + "/receipt.pdf")] HttpRequest request,
        string caseId, string number) =>
        AnswerAsync(request, caseId, number, model =>
            papers.PdfAsync(() => FilingPapers.ReceiptOf(model), NameOf(model, "receipt")));

    /// <summary>The content as PDF; what came by post has none.</summary>
    [Function("MyFilingContent")]
    public Task<IActionResult> ContentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Filed + "/content.pdf")] HttpRequest request,
        string caseId, string number) =>
        AnswerAsync(request, caseId, number, model => model.Paper is { } paper
            ? papers.PdfAsync(() => FilingPapers.ContentOf(model, paper), NameOf(model, "content"))
            : responses.NotFoundAsync());

    private Task<IActionResult> AnswerAsync(
        HttpRequest request, string caseId, string number, Func<FiledModel, Task<IActionResult>> answer) =>
        pipeline.CompanyAsync(request, caseId, async page =>
            await ModelAsync(page, number) is { } model ? await answer(model) : await responses.NotFoundAsync());

    private async Task<FiledModel?> ModelAsync(CompanyRequest page, string number)
    {
        var (id, cancellation) = (page.Session.CaseId, page.Cancellation);
        var events = await history.EventsAsync(id, cancellation);
        var (found, e) = events.FirstOrDefault(e => FormattableString.Invariant($"{e.Number}") == number);
        if (EventLabels.FilingOf(e) is not { } filing)
            return null;
        var state = (await cases.ReadAsync(id, cancellation))!.State;
        var replaceable = Replaceable.Of(editions.Of(id), state, page.ReceivedAt)?.Form is { } form && form == FormKey.OfFiled(e!);
        return new(
            page.Frame(), editions.Of(id), state.Entry.CompanyName, found, e!,
            await reader.ReadAsync(id, filing, cancellation), FiledVersion.Of(events, e!), replaceable);
    }

    private static string NameOf(FiledModel model, string what) =>
        FormattableString.Invariant($"{model.Frame.CaseId}-{model.Number}-{what}");
}
