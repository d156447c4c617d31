using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Applicants.Links;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Contacts;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Contacts;

/// <summary>Changes whom the office writes to. A new e-mail address counts once both addresses confirmed it.</summary>
public sealed class ContactEndpoints(
    RequestPipeline pipeline, Responses responses, CaseCommandHandler cases, CaseAccess access, ContactService contacts, CallerLimits limits,
    IRecords records)
{
    private const string LinkField = "token_of_link";

    /// <summary>Shows the contact and the form.</summary>
    [Function("ShowContact")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/contact")] HttpRequest request, string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
            await responses.PageAsync<ContactPage>(await ModelAsync(page, null, "", [])));

    /// <summary>Asks for the change.</summary>
    [Function("ChangeContact")]
    public Task<IActionResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/contact")] HttpRequest request,
        [DurableClient] DurableTaskClient client, string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var (typed, faults) = ContactCheck.Of(new(page.Form["name"], page.Form["email"], page.Form["phone"]), page.Form["email2"]);
            var errors = faults.Errors();
            if (errors.Count > 0)
            {
                return await responses.PageAsync<ContactPage>(
                    await ModelAsync(page, typed, page.Form["email2"], errors), StatusCodes.Status422UnprocessableEntity);
            }

            if (!limits.AdmitRare($"contact {page.Session.CaseId}"))
            {
                return await responses.TooManyAsync(
                    request.HttpContext.Response, CallerLimits.RareWait, Say("連絡先の変更の回数が上限に達しました。"));
            }

            return await contacts.RequestAsync(page.Session.CaseId, typed, page.Cancellation) is CaseAnswer.Refused refused
                ? await responses.RefusedAsync(refused.Refusal.Text)
                : Responses.SeeOther(request.HttpContext.Response, $"/my/{page.Session.CaseId}/contact");
        });

    /// <summary>The page behind the link of a confirmation mail: it asks for a click, because mail scanners open links too.</summary>
    [Function("AskToConfirmContact")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "contact/confirm")] HttpRequest request) =>
        pipeline.PublicAsync(request, async page =>
        {
            var token = request.Query["token"].ToString();
            var (link, verdict) = await access.OpenContactAsync(token, page.ReceivedAt, page.Cancellation);
            // In the language of the mail that it came with, whatever it opens.
            if (link is not null)
                LanguageChoice.BeginIn(request, await records.LanguageOfAsync(link.CaseId, page.Cancellation));
            if (link is null || verdict is not LinkVerdict.Valid)
                return await responses.BadLinkAsync(verdict, ofContact: true);
            return await contacts.WouldConfirmAsync(link, page.Cancellation) switch
            {
                (Decision.Accepted { Events.Count: 0 }, var state) => await ConfirmedAsync(state, link),
                (Decision.Refused refused, _) => await responses.RefusedAsync(refused.Refusal.Text),
                (Decision.Accepted, _) => await responses.PageAsync<ConfirmContactPage>(new OpenLinkModel(page.Token, LinkField, token)),
                _ => await responses.NotFoundAsync(),
            };
        });

    /// <summary>Confirms.</summary>
    [Function("ConfirmContact")]
    public Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "contact/confirm")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.PublicAsync(request, async page =>
        {
            var token = page.Form[LinkField];
            var (link, verdict) = await access.OpenContactAsync(token, page.ReceivedAt, page.Cancellation);
            if (link is not null)
            {
                LanguageChoice.ComeBackTo($"/contact/confirm?token={Uri.EscapeDataString(token)}");
                LanguageChoice.BeginIn(request, await records.LanguageOfAsync(link.CaseId, page.Cancellation));
            }

            if (link is not null && !limits.AdmitOpening(link.CaseId, out var wait))
                return await responses.TooManyAsync(request.HttpContext.Response, wait, CallerLimits.Openings);
            if (link is null || verdict is not LinkVerdict.Valid)
                return await responses.BadLinkAsync(verdict, ofContact: true);
            return await contacts.ConfirmAsync(link, page.Cancellation) switch
            {
                CaseAnswer.Accepted { State: var state } => await ConfirmedAsync(state, link),
                CaseAnswer.Refused refused => await responses.RefusedAsync(refused.Refusal.Text),
                _ => await responses.NotFoundAsync(),
            };
        });

    private Task<IActionResult> ConfirmedAsync(CaseState state, ContactLink link) => state.ContactChanged == link.Confirmation.Number
        ? responses.MessageAsync(
            StatusCodes.Status200OK, Say("連絡先を変更しました"), Say("今後の通知は、新しいEメールアドレスにお送りします。マイページは、新しいアドレスに届くEメールのリンクから開いてください。"))
        : responses.MessageAsync(
            StatusCodes.Status200OK, Say("確認しました"), Say("もう一方のEメールアドレスでも確認されると、連絡先が変更されます。"));

    private async Task<ContactModel> ModelAsync(
        CompanyRequest page, Contact? typed, string repeated, IReadOnlyList<FieldError> errors)
    {
        var state = (await cases.ReadAsync(page.Session.CaseId, page.Cancellation))!.State;
        var now = Contact.Of(state.Entry);
        var isOpen = state.ContactChange?.IsOpenAt(page.ReceivedAt) is true;
        return new(
            page.Frame(), now, isOpen ? state.ContactChange : null, typed ?? now, typed is null ? now.Email : repeated, errors)
        {
            Expired = isOpen ? null : state.ContactChange,
        };
    }
}
