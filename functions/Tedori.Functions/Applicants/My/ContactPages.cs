using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Pages.Applicants.My;
using Tedori.Pages.Forms;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Contacts;

namespace Tedori.Functions.Applicants.My;

/// <summary>Changes whom the office writes to. A new e-mail address counts once both addresses confirmed it.</summary>
public sealed class ContactPages(Door door, Answers answers, CaseDesk cases, CaseAccess access, ContactDesk contacts, CallerLimits limits)
{
    private const string LinkField = "token_of_link";

    /// <summary>Shows the contact and the form.</summary>
    [Function("ShowContact")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my/{caseId}/contact")] HttpRequest request, string caseId) =>
        door.CompanyAsync(request, caseId, async visit =>
            await answers.PageAsync<ContactPage>(await ModelAsync(visit, null, "", [])));

    /// <summary>Asks for the change.</summary>
    [Function("ChangeContact")]
    public Task<IActionResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/contact")] HttpRequest request,
        [DurableClient] DurableTaskClient client, string caseId) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            var (typed, faults) = ContactCheck.Of(new(visit.Form["name"], visit.Form["email"], visit.Form["phone"]), visit.Form["email2"]);
            var errors = faults.Errors();
            if (errors.Count > 0)
            {
                return await answers.PageAsync<ContactPage>(
                    await ModelAsync(visit, typed, visit.Form["email2"], errors), StatusCodes.Status422UnprocessableEntity);
            }

            if (!limits.AdmitRare($"contact {visit.Session.CaseId}"))
            {
                return await answers.TooManyAsync(
                    request.HttpContext.Response, CallerLimits.RareWait, "連絡先の変更の回数が上限に達しました。");
            }

            return await contacts.RequestAsync(visit.Session.CaseId, typed, visit.Cancellation) is CaseAnswer.Refused refused
                ? await answers.RefusedAsync(refused.Refusal.Text)
                : Answers.SeeOther(request.HttpContext.Response, $"/my/{visit.Session.CaseId}/contact");
        }, client: client);

    /// <summary>The page behind the link of a confirmation mail: it asks for a click, because mail scanners open links too.</summary>
    [Function("AskToConfirmContact")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contact/confirm")] HttpRequest request) =>
        door.PublicAsync(request, async visit =>
        {
            var token = request.Query["token"].ToString();
            var (_, verdict) = await access.OpenContactAsync(token, visit.ReceivedAt, visit.Cancellation);
            return verdict is LinkVerdict.Valid
                ? await answers.PageAsync<ConfirmContactPage>(new OpenLinkModel(visit.Token, LinkField, token))
                : await answers.BadLinkAsync(verdict, ofContact: true);
        });

    /// <summary>Confirms.</summary>
    [Function("ConfirmContact")]
    public Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "contact/confirm")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.PublicAsync(request, async visit =>
        {
            var token = visit.Form[LinkField];
            var (link, verdict) = await access.OpenContactAsync(token, visit.ReceivedAt, visit.Cancellation);
            if (link is not null && !limits.AdmitOpening(link.CaseId, out var wait))
                return await answers.TooManyAsync(request.HttpContext.Response, wait, CallerLimits.Openings);
            if (link is null || verdict is not LinkVerdict.Valid)
                return await answers.BadLinkAsync(verdict, ofContact: true);
            return await contacts.ConfirmAsync(link, visit.Cancellation) switch
            {
                CaseAnswer.Accepted { State.ContactChange: null } => await answers.MessageAsync(
                    StatusCodes.Status200OK, "連絡先を変更しました", "今後の通知は、新しいEメールアドレスにお送りします。マイページは、新しいアドレスに届くEメールのリンクから開いてください。"),
                CaseAnswer.Accepted => await answers.MessageAsync(
                    StatusCodes.Status200OK, "確認しました", "もう一方のEメールアドレスでも確認されると、連絡先が変更されます。"),
                CaseAnswer.Refused refused => await answers.RefusedAsync(refused.Refusal.Text),
                _ => await answers.NotFoundAsync(),
            };
        }, client: client);

    private async Task<ContactModel> ModelAsync(
        CompanyVisit visit, Contact? typed, string repeated, IReadOnlyList<FieldError> errors)
    {
        var state = (await cases.ReadAsync(visit.Session.CaseId, visit.Cancellation))!.State;
        var now = Contact.Of(state.Entry);
        return new(visit.Frame(), now, state.ContactChange, typed ?? now, typed is null ? now.Email : repeated, errors);
    }
}
