using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Applicants.Uploads;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>
/// The files of a case: opened, registered and removed by the script, posted whole without it, read again.
/// </summary>
public sealed class UploadEndpoints(RequestPipeline pipeline, Responses responses, EvidenceService evidence, IEvidenceStore store, FormPageModels forms, FormPosts posts)
{
    /// <summary>Field that names the form beside which files are uploaded.</summary>
    public const string Form = "form";

    /// <summary>Opens an upload: responses with a ticket.</summary>
    [Function("OpenUpload")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            _ = long.TryParse(page.Form["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size);
            var answer = await evidence.OpenUploadAsync(
                page.Session.CaseId, page.Form["name"], size, NumberOf(page.Form["uploadId"]),
                DocumentSlots.Named(page.Form["slot"]), page.Cancellation);
            return answer.ToJson();
        });

    /// <summary>Lists an upload's file in the case.</summary>
    [Function("RegisterUpload")]
    public Task<IActionResult> RegisterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads/{uploadId}")]
        HttpRequest request,
        string caseId, string uploadId) =>
        pipeline.CompanyAsync(request, caseId, async page => NumberOf(uploadId) is { } number
            ? (await evidence.RegisterUploadAsync(
                page.Session.CaseId, number, page.Form["sha256"] is { Length: > 0 } stated ? stated : null,
                page.Cancellation)).ToJson()
            : await responses.NotFoundAsync());

    /// <summary>Takes a file off the draft.</summary>
    [Function("RemoveUpload")]
    public Task<IActionResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads/{uploadId}/remove")]
        HttpRequest request,
        string caseId, string uploadId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            if (NumberOf(uploadId) is not { } number)
                return await responses.NotFoundAsync();
            var removed = await evidence.RemoveAsync(page.Session.CaseId, number, page.Cancellation);
            return removed is EvidenceAnswer.Refused refused
                ? await responses.RefusedAsync(refused.Refusal.Text)
                : await BackAsync(page, []);
        });

    /// <summary>Takes files whole, where no script runs.</summary>
    [Function("PostFiles")]
    public Task<IActionResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/files")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var form = await FormAsync(page, await forms.StateAsync(page));
            var refusals = await evidence.ReceiveAsync(
                page.Session.CaseId, page.Files, form is null ? [] : DocumentSlots.Of(form), page.Cancellation);
            return await BackAsync(page, refusals);
        }, BodyLimit.Files);

    /// <summary>A file of the case, to be saved and not shown: its content is the company's own.</summary>
    [Function("MyFile")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "my/{caseId}/evidence/{digest}")] HttpRequest request,
        string caseId, string digest) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower)
                || await store.OpenAsync(page.Session.CaseId, digest, page.Cancellation) is not { } content)
                return await responses.NotFoundAsync();
            return new FileStreamResult(content, "application/octet-stream")
            {
                FileDownloadName = await NameAsync(page, digest),
            };
        });

    private async Task<string> NameAsync(CompanyRequest page, string digest)
    {
        var held = await evidence.ListAsync(page.Session.CaseId, page.Cancellation);
        return held.FirstOrDefault(f => f.Held.File.Sha256 == digest)?.Held.File.Name ?? FilingPaper.FileName;
    }

    // The form with all that was typed into it, and with what was refused of the files.
    private async Task<IActionResult> BackAsync(CompanyRequest page, IReadOnlyList<(string Input, Refusal Refusal)> refusals)
    {
        var state = await forms.StateAsync(page);
        if (await FormAsync(page, state) is not { } form)
            return refusals.Count > 0
                ? await responses.RefusedAsync(string.Join(' ', refusals.Select(r => Sentences.Of(r.Refusal.Text))))
                : Responses.SeeOther(page.Request.HttpContext.Response, $"/my/{page.Session.CaseId}");
        if (await posts.KeepAsync(page, state, form) is { } overtaken)
            return overtaken;
        var left = PostedFiles.NotUploaded(page.Form, DocumentSlots.Of(form));
        if (refusals.Count + left.Count == 0)
            return Responses.SeeOther(
                page.Request.HttpContext.Response, $"{FormPosts.BackTo(page, form)}#evidence-heading");
        // All of it is kept: in another language the form comes back as it was.
        LanguageChoice.ComeBackTo(FormPosts.BackTo(page, form), kept: true);
        return await responses.PageAsync<FormPage>(
            await forms.ModelAsync(page, state, form) with
            {
                FileErrors = [.. refusals.Select(r => new FieldError(r.Input, Sentences.Of(r.Refusal.Text))), .. left],
                Section = FormPosts.SectionOf(page, form),
            }, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<FilingForm?> FormAsync(CompanyRequest page, CaseState state)
    {
        var named = FormKey.TryParse(page.Form[Form], out var key) && FormPageModels.ClosedBecause(state, key) is null
            ? key
            : FormKey.Of(state);
        return named is { } open ? await forms.FormAsync(page, state, open) : null;
    }

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
