using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Applicants.Evidence;
using Tedori.Functions.Http;
using Tedori.Pages.Applicants.My;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.My;

/// <summary>
/// The files of a case: opened, registered and removed by the script, posted whole without it, read again.
/// </summary>
public sealed class UploadPages(Door door, Answers answers, EvidenceDesk evidence, IEvidenceStore store, FormDesk forms)
{
    /// <summary>Opens an upload: answers with a ticket.</summary>
    [Function("OpenUpload")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads")] HttpRequest request,
        string caseId) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            _ = long.TryParse(visit.Form["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size);
            var answer = await evidence.OpenUploadAsync(
                visit.Session.CaseId, visit.Form["name"], size, NumberOf(visit.Form["uploadId"]), visit.Cancellation);
            return answer.ToJson();
        });

    /// <summary>Lists an upload's file in the case.</summary>
    [Function("RegisterUpload")]
    public Task<IActionResult> RegisterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads/{uploadId}")]
        HttpRequest request,
        string caseId, string uploadId) =>
        door.CompanyAsync(request, caseId, async visit => NumberOf(uploadId) is { } number
            ? (await evidence.RegisterUploadAsync(visit.Session.CaseId, number, visit.Cancellation)).ToJson()
            : await answers.NotFoundAsync());

    /// <summary>Takes a file off the draft.</summary>
    [Function("RemoveUpload")]
    public Task<IActionResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/uploads/{uploadId}/remove")]
        HttpRequest request,
        string caseId, string uploadId) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            if (NumberOf(uploadId) is not { } number)
                return await answers.NotFoundAsync();
            return await evidence.RemoveAsync(
                visit.Session.CaseId, number, visit.Cancellation) is EvidenceAnswer.Refused refused
                ? await answers.RefusedAsync(refused.Refusal.Text)
                : Answers.SeeOther(request.HttpContext.Response, await BackAsync(visit));
        });

    /// <summary>Takes files whole, where no script runs.</summary>
    [Function("PostFiles")]
    public Task<IActionResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/files")] HttpRequest request,
        string caseId) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            var refusals = await evidence.ReceiveAsync(visit.Session.CaseId, visit.Files, visit.Cancellation);
            return refusals.Count == 0
                ? Answers.SeeOther(request.HttpContext.Response, await BackAsync(visit))
                : await RefusedAsync(visit, refusals);
        }, BodyLimit.File);

    /// <summary>A file of the case, to be saved and not shown: its content is the company's own.</summary>
    [Function("MyFile")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "my/{caseId}/evidence/{digest}")] HttpRequest request,
        string caseId, string digest) =>
        door.CompanyAsync(request, caseId, async visit =>
        {
            if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower)
                || await store.OpenAsync(visit.Session.CaseId, digest, visit.Cancellation) is not { } content)
                return await answers.NotFoundAsync();
            return new FileStreamResult(content, "application/octet-stream")
            {
                FileDownloadName = await NameAsync(visit, digest),
            };
        });

    private async Task<string> NameAsync(CompanyVisit visit, string digest)
    {
        var held = await evidence.ListAsync(visit.Session.CaseId, visit.Cancellation);
        return held.FirstOrDefault(f => f.Held.File.Sha256 == digest)?.Held.File.Name ?? FilingPaper.FileName;
    }

    private async Task<IActionResult> RefusedAsync(CompanyVisit visit, IReadOnlyList<Refusal> refusals)
    {
        var state = await forms.StateAsync(visit);
        if (FormKey.Of(state) is not { } key || forms.FormOf(state, key) is not { } form)
            return await answers.RefusedAsync(string.Join(' ', refusals.Select(r => r.Text)));
        var model = await forms.ModelAsync(visit, state, form);
        return await answers.PageAsync<FormPage>(
            model with { FileErrors = [.. refusals.Select(r => r.Text)] }, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<string> BackAsync(CompanyVisit visit) =>
        FormKey.Of(await forms.StateAsync(visit)) is { } form
            ? $"/my/{visit.Session.CaseId}/forms/{form}#evidence-heading"
            : $"/my/{visit.Session.CaseId}";

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
