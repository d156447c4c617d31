using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Applicants.Uploads;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Filings;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>
/// The files of a case: opened, registered and removed by the script, posted whole without it, read again.
/// </summary>
public sealed class UploadEndpoints(RequestPipeline pipeline, Responses responses, EvidenceService evidence, IEvidenceStore store, FormPageModels forms)
{
    /// <summary>Opens an upload: responses with a ticket.</summary>
    [Function("OpenUpload")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            _ = long.TryParse(page.Form["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size);
            var answer = await evidence.OpenUploadAsync(
                page.Session.CaseId, page.Form["name"], size, NumberOf(page.Form["uploadId"]), page.Cancellation);
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
            return await evidence.RemoveAsync(
                page.Session.CaseId, number, page.Cancellation) is EvidenceAnswer.Refused refused
                ? await responses.RefusedAsync(refused.Refusal.Text)
                : Responses.SeeOther(request.HttpContext.Response, await BackAsync(page));
        });

    /// <summary>Takes files whole, where no script runs.</summary>
    [Function("PostFiles")]
    public Task<IActionResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/files")] HttpRequest request,
        string caseId) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            var refusals = await evidence.ReceiveAsync(page.Session.CaseId, page.Files, page.Cancellation);
            return refusals.Count == 0
                ? Responses.SeeOther(request.HttpContext.Response, await BackAsync(page))
                : await RefusedAsync(page, refusals);
        }, BodyLimit.File);

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

    private async Task<IActionResult> RefusedAsync(CompanyRequest page, IReadOnlyList<Refusal> refusals)
    {
        var state = await forms.StateAsync(page);
        if (FormKey.Of(state) is not { } key || forms.FormOf(state, key) is not { } form)
            return await responses.RefusedAsync(string.Join(' ', refusals.Select(r => r.Text)));
        var model = await forms.ModelAsync(page, state, form);
        return await responses.PageAsync<FormPage>(
            model with { FileErrors = [.. refusals.Select(r => r.Text)] }, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<string> BackAsync(CompanyRequest page) =>
        FormKey.Of(await forms.StateAsync(page)) is { } form
            ? $"/my/{page.Session.CaseId}/forms/{form}#evidence-heading"
            : $"/my/{page.Session.CaseId}";

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
