using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Plans;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Entries;

/// <summary>The receipt of a pre-entry, to the browser that entered.</summary>
public sealed class EntryReceiptEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, EntryService service, EntryReceipts receipts,
    PaperAnswers papers, PlanSet plans)
{
    /// <summary>As a page.</summary>
    [Function("EntryReceipt")]
    public Task<IActionResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "entry/receipt")] HttpRequest request) =>
        AnswerAsync(request, model => responses.PageAsync<EntryReceiptPage>(model));

    /// <summary>As a PDF.</summary>
    [Function("EntryReceiptPdf")]
    public Task<IActionResult> PaperAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "entry/receipt/receipt.pdf")] HttpRequest request) =>
        AnswerAsync(request, model => papers.PdfAsync(() => EntryPaper.Of(model), $"{model.CaseId}-entry"));

    private Task<IActionResult> AnswerAsync(HttpRequest request, Func<EntryReceiptModel, Task<IActionResult>> answer) =>
        pipeline.PublicAsync(request, async page =>
            receipts.Of(request) is { } id && await service.FindAsync(id, page.Cancellation) is { } row
                ? await answer(await ModelAsync(row, page.Cancellation))
                : await responses.MessageAsync(StatusCodes.Status403Forbidden, Say("受付の控えを表示できません"),
                    Say("表示できる時間を過ぎたか、別のブラウザーで開いています。受付番号は、お送りしたEメールで確認してください。")));

    private async Task<EntryReceiptModel> ModelAsync(EntryRow row, CancellationToken cancellation)
    {
        var edition = editions.Of(row.CaseId);
        var earlier = await service.EarlierAsync(row.CaseId.Round, row.Form, cancellation);
        return new(
            edition, row.CaseId, row.ReceivedAt, row.Digest, row.Form, earlier.Any(e => e != row.CaseId),
            DateReason.OfResult(edition, edition.Round(row.CaseId.Round.Number)))
        {
            Supports = plans.Of(edition) is { } plan ? Referrals.Of(plan, [], Situation.Entered) : [],
        };
    }
}
