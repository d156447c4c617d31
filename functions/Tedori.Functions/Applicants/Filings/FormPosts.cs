using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Applicants.Uploads;
using Tedori.Functions.Components;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Filings;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What happens to a form that was posted.</summary>
public sealed class FormPosts(
    Responses responses, FormPageModels forms, DraftService drafts, FilingService filings, EditionCatalog editions)
{
    /// <summary>Field that carries the key of the version in whose place the form comes.</summary>
    public const string Replaces = "replaces";

    /// <summary>Field that names the one section that was posted.</summary>
    public const string Section = "section";

    /// <summary>Stands for no section: what was saved is all.</summary>
    public const string NoSection = "none";

    private const string Late = "afterCutoff";

    /// <summary>Leads to the receipt where this very filing was taken in before; null otherwise.</summary>
    public static async Task<IActionResult?> RepeatedAsync(CompanyRequest page, LoadedCase found, FormKey form)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Form["do"] != "file")
            return null;
        // The case may have gone on and not put the form to the company any more.
        var typed = FormAnswers.Posted(
            page.Form.Names.Except(["do", "key", "version", Replaces, page.Token.Name]), n => page.Form[n]);
        return await FilingService.NumberAsync(found, form, typed, page.Form["key"]) is { } number
            ? ToReceipt(page, number)
            : null;
    }

    /// <summary>Answers by the button.</summary>
    public async Task<IActionResult> AnswerAsync(CompanyRequest page, LoadedCase found, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(form);
        var typed = await TypedAsync(page, found.State, form);
        if (page.Form["do"] == "file" && page.Form["key"] is { Length: > 0 and <= 64 } key)
            return await FileAsync(page, found, form, typed, key);
        if (await ChoiceAsync(page, found.State, form, typed) is { } choice)
            return choice;
        // Saved: in another language the form comes back as it was.
        LanguageChoice.ComeBackTo(BackTo(page, form), kept: true);
        if (PostedFiles.NotUploaded(page.Form, DocumentSlots.Of(form)) is { Count: > 0 } left)
            return await NotUploadedAsync(page, found.State, form, typed, left);
        // What was just saved is what the form itself shows, also after more was saved.
        if (page.Form["do"] == "preview" && KeptAnswers.IsBrowsers(page.Request)
            && FilingForms.Faults(editions.Of(found.Id), form, typed).Count > 0)
            return Responses.SeeOther(page.Request.HttpContext.Response, $"{PathOf(page, form)}?{FormEndpoints.Check}=1");
        return page.Form["do"] switch
        {
            "preview" or "file" => await PreviewAsync(page, found, form, typed),
            "calculate" => Responses.SeeOther(page.Request.HttpContext.Response, BackTo(page, form) + "#amount"),
            "next" => Responses.SeeOther(page.Request.HttpContext.Response, AfterSection(page, form, typed)),
            "list" => Responses.SeeOther(page.Request.HttpContext.Response, $"{PathOf(page, form)}/sections"),
            _ => Responses.SeeOther(page.Request.HttpContext.Response, BackTo(page, form)),
        };
    }

    /// <summary>
    /// Saves what was typed beside something else that was asked, such as an upload. Null where it is saved; else what the
    /// company has to choose.
    /// </summary>
    public async Task<IActionResult?> KeepAsync(CompanyRequest page, CaseState state, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        if (!page.Form.Names.Contains("version"))
            return null;
        var typed = await TypedAsync(page, state, form);
        return await ChoiceAsync(page, state, form, typed);
    }

    /// <summary>The address of the page from which a form was posted: the whole form, or one section of it.</summary>
    public static string BackTo(CompanyRequest page, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        return SectionOf(page, form) is { } section
            ? $"{PathOf(page, form)}/sections/{section.Id}"
            : PathOf(page, form);
    }

    /// <summary>The section that was posted, or null where the whole form was.</summary>
    public static FormSection? SectionOf(CompanyRequest page, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        return form.Sections.FirstOrDefault(s => s.Id == page.Form[Section]);
    }

    /// <summary>What was typed; where one section was posted, with what was saved of the others.</summary>
    public async Task<FormAnswers> TypedAsync(CompanyRequest page, CaseState state, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        var typed = form.Take(name => page.Form[name]);
        if (!page.Form.Names.Contains(Section))
            return typed;
        var names = (SectionOf(page, form)?.Fields ?? []).Select(f => f.Name).ToHashSet();
        var saved = await forms.AnswersAsync(state, form, page.Cancellation);
        return new(saved.Texts.Where(t => !names.Contains(t.Key))
            .Concat(typed.Texts.Where(t => names.Contains(t.Key))).ToDictionary(t => t.Key, t => t.Value));
    }

    // What is asked for only because of what was just typed comes next as well.
    private static string AfterSection(CompanyRequest page, FilingForm form, FormAnswers typed)
    {
        var next = form.Sections.SkipWhile(s => s.Id != page.Form[Section]).Skip(1)
            .FirstOrDefault(s => s.With is null || s.Fields.Any(f => form.Asks(f, typed)));
        return next is null ? $"{PathOf(page, form)}/sections" : $"{PathOf(page, form)}/sections/{next.Id}";
    }

    /// <summary>Saves and tells the script what the rules work out.</summary>
    public async Task<IActionResult> AutosaveAsync(CompanyRequest page, CaseState state, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        var typed = await TypedAsync(page, state, form);
        var saved = await SaveAsync(page, state, form, typed);
        if (saved is not DraftAnswer.Saved { Draft: var draft })
            return Responses.Json(Autosaved.Overtaken, StatusCodes.Status409Conflict);
        var notes = FormNotes.Of(editions.Of(state.Id), state, form, typed);
        var over = forms.DeadlineOf(state, form.Key, draft.SavedAt) is { IsOver: true };
        return Responses.Json(new Autosaved(
            "saved", draft.Version, over ? Autosaved.Late : Say("{0}に自動保存しました。まだ提出されていません。", Written.Minute(draft.SavedAt)),
            [.. notes.Dates.Concat(notes.Amount).Select(Sentences.Of)], Told(notes.Readings), Told(notes.Verdicts))
        {
            Reason = notes.Reason is { } reason ? ReasonFact.Of(editions.Of(state.Id), reason) : [],
        });
    }

    private async Task<IActionResult> FileAsync(
        CompanyRequest page, LoadedCase found, FilingForm form, FormAnswers typed, string key)
    {
        var receivedAt = forms.ReceivedOf(page, found.State, form.Key);
        var answer = await filings.FileAsync(found, form, typed, key, receivedAt, ReplacedBy(page), page.Cancellation);
        if (answer is not FilingAnswer.Filed)
            LanguageChoice.ComeBackTo(PathOf(page, form), await IsKeptAsync(page, form, typed));
        return answer switch
        {
            FilingAnswer.Filed filed => ToReceipt(page, filed.Number),
            FilingAnswer.Faulty faulty => await WrongAsync(page, found.State, form, typed, faulty.Faults),
            FilingAnswer.Refused { Refusal.Code: Late } => await responses.PageAsync<LatePage>(
                await forms.LateAsync(page, found.State, form), StatusCodes.Status409Conflict),
            FilingAnswer.Refused refused => await responses.RefusedAsync(refused.Refusal.Text),
            var other => throw new InvalidOperationException($"{found.Id} answered {other}."),
        };
    }

    private async Task<IActionResult> PreviewAsync(
        CompanyRequest page, LoadedCase found, FilingForm form, FormAnswers typed)
    {
        var (edition, state) = (editions.Of(found.Id), found.State);
        if (FilingForms.Faults(edition, form, typed) is { Count: > 0 } faults)
            return await WrongAsync(page, state, form, typed, faults);
        var model = await forms.ModelAsync(page, state, form, typed);
        var key = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var files = await filings.FilesAsync(found, typed, model.Replaces?.Filing.Key, page.Cancellation);
        return await responses.PageAsync<PreviewPage>(new PreviewModel(
            model, FilingPaper.Of(edition, state, form, DocumentSlots.Ticked(form, typed, files)),
            files, key));
    }

    private async Task<IActionResult> WrongAsync(
        CompanyRequest page, CaseState state, FilingForm form, FormAnswers typed, IReadOnlyList<FormFault> faults) =>
        await responses.PageAsync<FormPage>(
            await forms.ModelAsync(page, state, form, typed, faults.Errors()),
            StatusCodes.Status422UnprocessableEntity);

    private async Task<IActionResult> NotUploadedAsync(
        CompanyRequest page, CaseState state, FilingForm form, FormAnswers typed, IReadOnlyList<FieldError> left)
    {
        var faults = page.Form["do"] == "preview" ? FilingForms.Faults(editions.Of(state.Id), form, typed).Errors() : [];
        return await responses.PageAsync<FormPage>(
            await forms.ModelAsync(page, state, form, typed, faults) with
            {
                FileErrors = left,
                Section = SectionOf(page, form),
            }, StatusCodes.Status422UnprocessableEntity);
    }

    // Null where what was typed is saved; else what the company has to choose.
    private async Task<IActionResult?> ChoiceAsync(
        CompanyRequest page, CaseState state, FilingForm form, FormAnswers typed)
    {
        var saved = await SaveAsync(page, state, form, typed);
        if (saved is DraftAnswer.Saved)
            return null;
        var mine = await forms.ModelAsync(page, state, form, typed);
        var theirs = (saved as DraftAnswer.Overtaken)?.Draft.Answers()
            ?? await forms.AnswersAsync(state, form, page.Cancellation);
        return await responses.PageAsync<OvertakenPage>(
            new OvertakenModel(mine, theirs) { Filed = saved is null ? mine.Replaces : null },
            StatusCodes.Status409Conflict);
    }

    // Null where a version was filed that this window has not seen: what was typed into it is no change of that version.
    private async Task<DraftAnswer?> SaveAsync(
        CompanyRequest page, CaseState state, FilingForm form, FormAnswers typed)
    {
        if (form.Key.FilesIn is { } step && state.Filed.TryGetValue(step, out var filed) && filed != page.Form[Replaces])
            return null;
        var seen = int.TryParse(page.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
        return await drafts.SaveAsync(
            page.Session.CaseId, form.Key, typed, seen, forms.ReceivedOf(page, state, form.Key), page.Cancellation);
    }

    // What is filed is sent whole: mostly it is the draft that the preview has saved.
    private async Task<bool> IsKeptAsync(CompanyRequest page, FilingForm form, FormAnswers typed) =>
        await drafts.ReadAsync(page.Session.CaseId, form.Key, page.Cancellation) is { } draft && draft.Answers().SameAs(typed);

    private static Dictionary<string, string> Told(IReadOnlyDictionary<string, string> sentences) =>
        sentences.ToDictionary(s => s.Key, s => Sentences.Of(s.Value));

    private static string? ReplacedBy(CompanyRequest page) => page.Form[Replaces] is { Length: > 0 and <= 128 } key ? key : null;

    private static IActionResult ToReceipt(CompanyRequest page, int number) => Responses.SeeOther(
        page.Request.HttpContext.Response, FormattableString.Invariant($"/my/{page.Session.CaseId}/filed/{number}"));

    private static string PathOf(CompanyRequest page, FilingForm form) => $"/my/{page.Session.CaseId}/forms/{form.Key}";
}
