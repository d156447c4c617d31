using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Functions.Public.Home;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Entries;

/// <summary>The pre-entry: the form, its confirmation, the entry itself, the receipt.</summary>
public sealed class EntryEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, EntryService service, EntryWindows windows,
    EntryReceipts receipts, CallerLimits limits)
{
    /// <summary>The form where a round is open, a choice where several are, else when the next one opens.</summary>
    [Function("EntryForm")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "entry")] HttpRequest request) =>
        pipeline.PublicAsync(request, page =>
        {
            var home = HomeModel.At(editions.All, page.ReceivedAt);
            var asked = home.Open.Where(o => home.Open.Count == 1 || o.Id.ToString() == request.Query["round"]).ToList();
            return asked is [var one] ? responses.PageAsync<EntryPage>(EntryForms.Of(page, one.Edition, one.Round))
                : home.Open.Count > 1 ? responses.PageAsync<EntryChoicePage>(home)
                : responses.PageAsync<EntryClosedPage>(new EntryClosedModel(home));
        });

    /// <summary>Confirms, goes back to the form, or enters, as the button says.</summary>
    [Function("Entry")]
    public Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "entry")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.PublicAsync(request, page => TakeAsync(page));

    private async Task<IActionResult> TakeAsync(PageRequest page)
    {
        var form = page.Form;
        if (!RoundId.TryParse(form[EntryModel.RoundField], out var id) || editions.Find(id) is not { } edition)
            return await responses.RefusedAsync(
                Say("エントリーする回を読み取れませんでした。トップページから、もう一度「事前エントリー」に進んでください。"));
        var round = edition.Round(id.Number);
        if (form[EntryModel.ActionField] == EntryModel.Edit)
            return await responses.PageAsync<EntryPage>(EntryForms.Of(page, edition, round));
        return EntryCheck.Run(edition, EntryForms.Declared(form, edition)) switch
        {
            EntryChecked.Incomplete wrong => await responses.PageAsync<EntryPage>(
                EntryForms.Of(page, edition, round, wrong.Refusals), StatusCodes.Status422UnprocessableEntity),
            EntryChecked.Complete complete when form[EntryModel.ActionField] == EntryModel.Send =>
                await EnterAsync(page, edition, round, complete.Form),
            EntryChecked.Complete complete => await ConfirmAsync(page, edition, round, complete.Form),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private async Task<IActionResult> ConfirmAsync(PageRequest page, Edition edition, Round round, EntryForm entry)
    {
        var id = new RoundId(edition.Id, round.Number);
        var window = await windows.OfAsync(id, page.ReceivedAt, page.Cancellation);
        if (window.Refuse(page.ReceivedAt, round.Number) is { } refusal)
            return await RefuseAsync(page, edition, round, entry, refusal);
        // Said once, before the confirmation; whoever goes on all the same may be another company.
        if (!page.Form.Has(EntryModel.WonBeforeField) && await service.WonBeforeAsync(id, entry, page.Cancellation))
            return await responses.PageAsync<EntryPage>(
                EntryForms.Of(page, edition, round) with { WonBefore = true }, StatusCodes.Status409Conflict);
        var earlier = await service.EarlierAsync(id, entry, page.Cancellation);
        return await responses.PageAsync<EntryConfirmPage>(
            new EntryConfirmModel(EntryForms.Of(page, edition, round), entry, earlier.Count > 0));
    }

    private async Task<IActionResult> EnterAsync(PageRequest page, Edition edition, Round round, EntryForm entry)
    {
        var key = EntryForms.KeyOf(page.Form);
        if (!limits.AdmitMail(page.Request, entry.Email, out var wait))
            return await responses.TooManyAsync(page.Request.HttpContext.Response, wait, CallerLimits.Recipients);
        var window = await windows.OfAsync(new(edition.Id, round.Number), page.Arrival.Ended, page.Cancellation);
        var receivedAt = page.Arrival.Against(window.Closes, edition.Windows.Drain);
        switch (await service.ReceiveAsync(
            new(edition.Id, round.Number), entry, receivedAt, key, page.Cancellation))
        {
            case EntryAnswer.Received received:
                receipts.Give(page.Request.HttpContext.Response, received.CaseId);
                return Responses.SeeOther(page.Request.HttpContext.Response, EntryReceipts.Path);
            case EntryAnswer.Refused refused:
                return await RefuseAsync(page, edition, round, entry, refused.Refusal, refused.Refusal.Code == "keyUsed");
            case var other:
                throw new InvalidOperationException($"Unknown answer {other.GetType().Name}.");
        }
    }

    private Task<IActionResult> RefuseAsync(
        PageRequest page, Edition edition, Round round, EntryForm entry, Refusal refusal, bool anew = false)
    {
        if (refusal.Code == EntryWindow.Closed)
            return CloseAsync(page, entry, refusal);
        var form = EntryForms.Of(page, edition, round, refusal: Sentences.Of(refusal.Text));
        return responses.PageAsync<EntryPage>(
            anew ? form with { Key = EntryForms.NewKey() } : form, StatusCodes.Status409Conflict);
    }

    // What was typed for a round that is over serves the one that is open; else it is shown to be copied.
    private Task<IActionResult> CloseAsync(PageRequest page, EntryForm entry, Refusal refusal)
    {
        var home = HomeModel.At(editions.All, page.ReceivedAt);
        return home.Open is [var open, ..]
            ? responses.PageAsync<EntryPage>(
                EntryForms.Of(page, open.Edition, open.Round,
                    refusal: Say("{0}{1}は受付中です。この画面から{1}にエントリーできます。", Sentences.Of(refusal.Text), home.NameOf(open))),
                StatusCodes.Status409Conflict)
            : responses.PageAsync<EntryClosedPage>(
                new EntryClosedModel(home, Sentences.Of(refusal.Text), entry), StatusCodes.Status409Conflict);
    }
}
