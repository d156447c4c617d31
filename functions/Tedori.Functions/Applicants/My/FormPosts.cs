using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Http;
using Tedori.Pages.Applicants.My;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Filings;

namespace Tedori.Functions.Applicants.My;

/// <summary>What happens to a form that was posted.</summary>
public sealed class FormPosts(
    Answers answers, FormDesk forms, DraftDesk drafts, FilingDesk filings, CaseHistory history, EditionShelf editions)
{
    private const string Late = "afterCutoff";

    /// <summary>Leads to the receipt where this very filing was taken in before; null otherwise.</summary>
    public async Task<IActionResult?> RepeatedAsync(CompanyVisit visit, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Form["do"] == "file" && await NumberAsync(visit, visit.Form["key"]) is { } number
            ? ToReceipt(visit, number)
            : null;
    }

    /// <summary>Answers by the button.</summary>
    public async Task<IActionResult> AnswerAsync(CompanyVisit visit, CaseState state, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(form);
        var typed = form.Take(name => visit.Form[name]);
        if (visit.Form["do"] == "file")
            return await FileAsync(visit, state, form, typed);
        if (await SaveAsync(visit, form, typed) is DraftAnswer.Overtaken overtaken)
            return await OvertakenAsync(visit, state, form, typed, overtaken);
        return visit.Form["do"] switch
        {
            "preview" => await PreviewAsync(visit, state, form, typed),
            "calculate" => Answers.SeeOther(visit.Request.HttpContext.Response, PathOf(visit, form) + "#amount"),
            _ => Answers.SeeOther(visit.Request.HttpContext.Response, PathOf(visit, form)),
        };
    }

    /// <summary>Saves and tells the script what the rules work out.</summary>
    public async Task<IActionResult> AutosaveAsync(CompanyVisit visit, CaseState state, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(form);
        var typed = form.Take(name => visit.Form[name]);
        var saved = await SaveAsync(visit, form, typed);
        if (saved is not DraftAnswer.Saved { Draft: var draft })
            return Answers.Json(Autosaved.Overtaken, StatusCodes.Status409Conflict);
        var notes = FormNotes.Of(editions.Of(state.Id), state, form, typed);
        var over = forms.DeadlineOf(state, form.Key, visit.ReceivedAt) is { IsOver: true };
        return Answers.Json(new Autosaved(
            "saved", draft.Version, over ? Autosaved.Late : $"{JapaneseDate.Full(draft.SavedAt)}に自動保存しました。まだ提出されていません。",
            [.. notes.Dates, .. notes.Amount], notes.Verdicts));
    }

    private async Task<IActionResult> FileAsync(CompanyVisit visit, CaseState state, FilingForm form, FormAnswers typed)
    {
        var key = visit.Form["key"];
        if (key.Length is 0 or > 64)
            return await PreviewAsync(visit, state, form, typed);
        var answer = await filings.FileAsync(state.Id, form, typed, key, visit.ReceivedAt, visit.Cancellation);
        if (answer is FilingAnswer.Faulty faulty)
            return await WrongAsync(visit, state, form, typed, faulty.Faults);
        if (answer is not FilingAnswer.Refused refused)
            return ToReceipt(visit, (await NumberAsync(visit, key))!.Value);
        return refused.Refusal.Code == Late
            ? await answers.PageAsync<LatePage>(
                await forms.LateAsync(visit, state, form), StatusCodes.Status409Conflict)
            : await answers.RefusedAsync(refused.Refusal.Text);
    }

    private async Task<IActionResult> PreviewAsync(
        CompanyVisit visit, CaseState state, FilingForm form, FormAnswers typed)
    {
        var edition = editions.Of(state.Id);
        if (FilingForms.Faults(edition, form, typed) is { Count: > 0 } faults)
            return await WrongAsync(visit, state, form, typed, faults);
        var model = await forms.ModelAsync(visit, state, form, typed);
        var key = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return await answers.PageAsync<PreviewPage>(new PreviewModel(
            model, FilingPaper.Of(edition, state, form, typed),
            await filings.UploadsAsync(state.Id, visit.Cancellation), key));
    }

    private async Task<IActionResult> WrongAsync(
        CompanyVisit visit, CaseState state, FilingForm form, FormAnswers typed, IReadOnlyList<FormFault> faults) =>
        await answers.PageAsync<FormPage>(
            await forms.ModelAsync(visit, state, form, typed, faults.Errors()),
            StatusCodes.Status422UnprocessableEntity);

    private async Task<IActionResult> OvertakenAsync(
        CompanyVisit visit, CaseState state, FilingForm form, FormAnswers typed, DraftAnswer.Overtaken overtaken) =>
        await answers.PageAsync<OvertakenPage>(
            new OvertakenModel(await forms.ModelAsync(visit, state, form, typed), overtaken.Draft.Answers()),
            StatusCodes.Status409Conflict);

    private Task<DraftAnswer> SaveAsync(CompanyVisit visit, FilingForm form, FormAnswers typed)
    {
        var seen = int.TryParse(visit.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
        return drafts.SaveAsync(visit.Session.CaseId, form.Key, typed, seen, visit.ReceivedAt, visit.Cancellation);
    }

    private async Task<int?> NumberAsync(CompanyVisit visit, string key)
    {
        var events = await history.EventsAsync(visit.Session.CaseId, visit.Cancellation);
        var (number, e) = events.FirstOrDefault(e => EventWords.FilingOf(e.Event)?.Key == key);
        return e is null ? null : number;
    }

    private static IActionResult ToReceipt(CompanyVisit visit, int number) => Answers.SeeOther(
        visit.Request.HttpContext.Response, FormattableString.Invariant($"/my/{visit.Session.CaseId}/filed/{number}"));

    private static string PathOf(CompanyVisit visit, FilingForm form) => $"/my/{visit.Session.CaseId}/forms/{form.Key}";
}
