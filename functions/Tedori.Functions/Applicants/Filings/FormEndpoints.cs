using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>The forms that a company files: to fill in, to save, to look through, to file.</summary>
public sealed class FormEndpoints(RequestPipeline pipeline, Responses responses, FormPageModels forms, FormPosts posts, PaperAnswers papers,
    EditionCatalog editions)
{
    /// <summary>Field of the address by which the form says what is wrong with what was saved.</summary>
    public const string Check = "check";

    private const string Form = "my/{caseId}/forms/{form}";

    /// <summary>The form with what was saved in it; after its electronic end, what is left to do.</summary>
    [Function("ShowForm")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Form)] HttpRequest request, string caseId,
        string form) =>
        pipeline.CompanyAsync(request, caseId, page => WithOpenFormAsync(page, form, async (state, sheet) =>
        {
            var model = await forms.ModelAsync(page, state, sheet);
            if (request.Query.ContainsKey(Check))
                model = model with { Errors = FilingForms.Faults(model.Edition, sheet, model.Answers).Errors() };
            return await responses.PageAsync<FormPage>(
                model, model.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }));

    /// <summary>What of the form is done and what is missing.</summary>
    [Function("ShowFormSections")]
    public Task<IActionResult> SectionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Form + "/sections")] HttpRequest request,
        string caseId, string form) =>
        pipeline.CompanyAsync(request, caseId, page => WithOpenFormAsync(page, form, async (state, sheet) =>
            await responses.PageAsync<SectionsPage>(await forms.ModelAsync(page, state, sheet))));

    /// <summary>One section of the form, with what was saved in it.</summary>
    [Function("ShowFormSection")]
    public Task<IActionResult> SectionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Form + "/sections/{section}")]
        HttpRequest request,
        string caseId, string form, string section) =>
        pipeline.CompanyAsync(request, caseId, page => WithOpenFormAsync(page, form, async (state, sheet) =>
            sheet.Sections.FirstOrDefault(s => s.Id == section) is { } one
                ? await responses.PageAsync<FormPage>(await forms.ModelAsync(page, state, sheet) with { Section = one })
                : await responses.NotFoundAsync()));

    /// <summary>Saves, calculates, shows the preview or files, by the button that was pressed.</summary>
    [Function("PostForm")]
    public Task<IActionResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Form)] HttpRequest request,
        [DurableClient] DurableTaskClient client, string caseId, string form) =>
        pipeline.CompanyAsync(request, caseId, async page =>
        {
            if (!FormKey.TryParse(form, out var key))
                return await responses.NotFoundAsync();
            var found = await forms.LoadAsync(page);
            // A filing that came twice meets a case that has gone on.
            return await FormPosts.RepeatedAsync(page, found, key)
                ?? await WithFormAsync(page, found.State, key, sheet => posts.AnswerAsync(page, found, sheet));
        });

    /// <summary>Saves while somebody types; responses the script.</summary>
    [Function("SaveDraft")]
    public Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Form + "/draft")] HttpRequest request, string caseId,
        string form) =>
        pipeline.CompanyAsync(request, caseId, page => WithFormAsync(page, form, (state, sheet) =>
            posts.AutosaveAsync(page, state, sheet)));

    /// <summary>The cover sheet for the post.</summary>
    [Function("ShowCover")]
    public Task<IActionResult> CoverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Form + "/cover")] HttpRequest request, string caseId,
        string form) =>
        pipeline.CompanyAsync(request, caseId, page => WithFormAsync(page, form, async (state, sheet) =>
            await responses.PageAsync<CoverPage>(await forms.LateAsync(page, state, sheet))));

    /// <summary>The cover sheet as PDF.</summary>
    [Function("CoverPdf")]
    public Task<IActionResult> CoverPaperAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Form + "/cover.pdf")] HttpRequest request,
        string caseId, string form) =>
        pipeline.CompanyAsync(request, caseId, page => WithFormAsync(page, form, async (state, sheet) =>
        {
            var late = await forms.LateAsync(page, state, sheet);
            return await papers.PdfAsync(
                () => FilingPapers.CoverOf(late, editions.Of(state.Id)), $"{state.Id}-{sheet.Key}-cover");
        }));

    // After its electronic end, what is left to do.
    private Task<IActionResult> WithOpenFormAsync(
        CompanyRequest page, string form, Func<CaseState, FilingForm, Task<IActionResult>> answer) =>
        WithFormAsync(page, form, async (state, sheet) =>
            forms.DeadlineOf(state, sheet.Key, page.ReceivedAt) is not { IsOver: true } over ? await answer(state, sheet)
            : sheet.Key.FilesIn is { } step && state.Filed.ContainsKey(step)
                ? await responses.RefusedAsync(Refusals.ReplacedTooLate(over.Cutoff).Text)
                : await responses.PageAsync<LatePage>(await forms.LateAsync(page, state, sheet)));

    private async Task<IActionResult> WithFormAsync(
        CompanyRequest page, string form, Func<CaseState, FilingForm, Task<IActionResult>> answer)
    {
        if (!FormKey.TryParse(form, out var key))
            return await responses.NotFoundAsync();
        var state = await forms.StateAsync(page);
        return await WithFormAsync(page, state, key, sheet => answer(state, sheet));
    }

    private async Task<IActionResult> WithFormAsync(
        CompanyRequest page, CaseState state, FormKey key, Func<FilingForm, Task<IActionResult>> answer)
    {
        if (FormPageModels.ClosedBecause(state, key) is { } refusal)
            return await responses.RefusedAsync(refusal.Text);
        return await answer((await forms.FormAsync(page, state, key))!);
    }
}
