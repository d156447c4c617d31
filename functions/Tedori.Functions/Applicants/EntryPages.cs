using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Pages.Applicants;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Applicants;

/// <summary>The pre-entry: the form, its confirmation, the entry itself, the receipt.</summary>
public sealed class EntryPages(
    Door door, Answers answers, EditionShelf editions, EntryDesk desk, EntryReceipts receipts)
{
    /// <summary>The form where a round is open, else when the next one opens.</summary>
    [Function("EntryForm")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "entry")] HttpRequest request) =>
        door.PublicAsync(request, visit =>
        {
            var home = HomeModel.At(editions.All.Last(), visit.ReceivedAt);
            return home.Open is { } round
                ? answers.PageAsync<EntryPage>(EntryForms.Of(visit, home.Edition, round))
                : answers.PageAsync<EntryClosedPage>(home);
        });

    /// <summary>Confirms, goes back to the form, or enters, as the button says.</summary>
    [Function("Entry")]
    public Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "entry")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.PublicAsync(request, visit => TakeAsync(visit), client: client);

    /// <summary>The receipt, to the browser that entered.</summary>
    [Function("EntryReceipt")]
    public Task<IActionResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "entry/receipt")] HttpRequest request) =>
        door.PublicAsync(request, async visit =>
            receipts.Of(request) is { } id && await desk.FindAsync(id, visit.Cancellation) is { } row
                ? await answers.PageAsync<EntryReceiptPage>(await ReceiptOfAsync(row, visit.Cancellation))
                : await answers.MessageAsync(StatusCodes.Status403Forbidden, "受付の控えを表示できません",
                    "表示できる時間を過ぎたか、別のブラウザーで開いています。受付番号は、お送りしたEメールで確認してください。"));

    private async Task<IActionResult> TakeAsync(Visit visit)
    {
        var form = visit.Form;
        if (!RoundId.TryParse(form[EntryModel.RoundField], out var id) || editions.Find(id) is not { } edition)
            return await answers.RefusedAsync("エントリーする回を読み取れませんでした。トップページから、もう一度「事前エントリー」に進んでください。");
        var round = edition.Round(id.Number);
        if (form[EntryModel.ActionField] == EntryModel.Edit)
            return await answers.PageAsync<EntryPage>(EntryForms.Of(visit, edition, round));
        return EntryCheck.Run(edition, EntryForms.Declared(form, edition)) switch
        {
            EntryChecked.Incomplete wrong => await answers.PageAsync<EntryPage>(
                EntryForms.Of(visit, edition, round, wrong.Refusals), StatusCodes.Status422UnprocessableEntity),
            EntryChecked.Complete complete when form[EntryModel.ActionField] == EntryModel.Send =>
                await EnterAsync(visit, edition, round, complete.Form),
            EntryChecked.Complete complete => await ConfirmAsync(visit, edition, round, complete.Form),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private async Task<IActionResult> ConfirmAsync(Visit visit, Edition edition, Round round, EntryForm entry)
    {
        if (EntryWindow.Of(edition, round).Refuse(visit.ReceivedAt, round.Number) is { } refusal)
            return await RefuseAsync(visit, edition, round, refusal);
        var earlier = await desk.EarlierAsync(new(edition.Id, round.Number), entry, visit.Cancellation);
        return await answers.PageAsync<EntryConfirmPage>(
            new EntryConfirmModel(EntryForms.Of(visit, edition, round), entry, earlier));
    }

    private async Task<IActionResult> EnterAsync(Visit visit, Edition edition, Round round, EntryForm entry)
    {
        var key = EntryForms.KeyOf(visit.Form);
        switch (await desk.ReceiveAsync(
            new(edition.Id, round.Number), entry, visit.ReceivedAt, key, visit.Cancellation))
        {
            case EntryAnswer.Received received:
                receipts.Give(visit.Request.HttpContext.Response, received.CaseId);
                return Answers.SeeOther(visit.Request.HttpContext.Response, EntryReceipts.Path);
            case EntryAnswer.Refused refused:
                return await RefuseAsync(visit, edition, round, refused.Refusal);
            case var other:
                throw new InvalidOperationException($"Unknown answer {other.GetType().Name}.");
        }
    }

    private Task<IActionResult> RefuseAsync(Visit visit, Edition edition, Round round, Refusal refusal) =>
        answers.PageAsync<EntryPage>(
            EntryForms.Of(visit, edition, round, refusal: refusal.Text), StatusCodes.Status409Conflict);

    private async Task<EntryReceiptModel> ReceiptOfAsync(EntryRow row, CancellationToken cancellation)
    {
        var edition = editions.Of(row.CaseId);
        var closes = edition.Round(row.CaseId.Round.Number).EntryCloses;
        var earlier = await desk.EarlierAsync(row.CaseId.Round, row.Form, cancellation);
        return new(
            row.CaseId, row.ReceivedAt, row.Digest, row.Form, earlier == row.CaseId ? null : earlier,
            edition.Calendar.AddBusinessDays(closes, edition.Windows.ResultNoticeBusinessDays));
    }
}
