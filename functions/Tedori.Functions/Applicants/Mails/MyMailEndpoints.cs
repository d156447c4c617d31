using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Applicants.Filings;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Applicants.Mails;

/// <summary>The files that a company sent by mail: it puts them among the draft files of the form that is open.</summary>
public sealed class MyMailEndpoints(
    RequestPipeline pipeline, Responses responses, InboundFiles files, FormPageModels forms)
{
    /// <summary>Field that names the document.</summary>
    public const string Slot = "slot";

    /// <summary>The files.</summary>
    [Function("MyMailFiles")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/mails")] HttpRequest request, string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page => await responses.PageAsync<MyMailPage>(await ModelAsync(page)));

    /// <summary>Puts one among the draft files.</summary>
    [Function("TakeMyMailFile")]
    public Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/mails/{mail}/files/{sha256}")] HttpRequest request,
        string caseId, string mail, string sha256) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var model = await ModelAsync(page);
            if (model.Form is not { } form || model.Mails.FirstOrDefault(m => m.Id == mail) is not { } found
                || found.Files.All(f => f.Sha256 != sha256))
                return await responses.NotFoundAsync();
            var slot = page.Form[Slot] is { Length: > 0 } named ? model.Slots.FirstOrDefault(s => s.Name == named) : null;
            var refusal = slot is null && page.Form[Slot].Length > 0
                ? new Refusal("noSuchSlot", "この書類の欄はありません。選び直してください。")
                : await files.TakeAsync(page.Session.CaseId, mail, sha256, slot?.Name, page.Cancellation);
            return refusal is null
                ? Responses.SeeOther(request.HttpContext.Response, $"{FormPosts.BackTo(page, form)}#evidence-heading")
                : await responses.PageAsync<MyMailPage>(
                    await ModelAsync(page) with { Refused = refusal.Text, RefusedFile = MyMailModel.IdOf(mail, sha256) },
                    StatusCodes.Status422UnprocessableEntity);
        });

    private async Task<MyMailModel> ModelAsync(CompanyRequest page)
    {
        var state = await forms.StateAsync(page);
        return new(page.Frame(), await files.OfferedAsync(page.Session.CaseId, page.Cancellation), await OpenAsync(page, state));
    }

    // The form that takes files now, while it takes any.
    private async Task<FilingForm?> OpenAsync(CompanyRequest page, CaseState state) =>
        FormKey.Of(state) is { } key && FormPageModels.ClosedBecause(state, key) is null ? await forms.FormAsync(page, state, key) : null;
}
