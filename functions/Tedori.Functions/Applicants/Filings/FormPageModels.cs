using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>Puts together what the pages of a form show.</summary>
public sealed class FormPageModels(EditionCatalog editions, CaseCommandHandler cases, DraftService drafts, SafeCopies copies,
    EvidenceService evidence, CaseHistory history, PaperReader papers, InboundFiles mails)
{
    /// <summary>The case as it stands.</summary>
    public async Task<CaseState> StateAsync(CompanyRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (await cases.ReadAsync(page.Session.CaseId, page.Cancellation))!.State;
    }

    /// <summary>The case as the request reads it, once for all that is judged by it.</summary>
    public async Task<LoadedCase> LoadAsync(CompanyRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (await cases.LoadAsync(page.Session.CaseId, page.Cancellation))!;
    }

    /// <summary>The form, or null where the case has none such; with the files of the version that it replaces.</summary>
    public async Task<FilingForm?> FormAsync(CompanyRequest page, CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        return FilingForms.Of(editions.Of(state.Id), state, key, JapanTime.DateOf(page.ReceivedAt)) is not { } form ? null
            : await ReplacedAsync(state, key, page.Cancellation) is { } before ? KeptFiles.In(form, before.Filing)
            : form;
    }

    /// <summary>
    /// What stands in a form: what was saved; else what was filed, where it is replaced; else what is known already.
    /// </summary>
    public async Task<FormAnswers> AnswersAsync(CaseState state, FilingForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        return (await drafts.ReadAsync(state.Id, form.Key, cancellation))?.Answers()
            ?? await FiledAsync(state.Id, await ReplacedAsync(state, form.Key, cancellation), cancellation)
            ?? await InitialAsync(state, form, cancellation);
    }

    /// <summary>The form with what was saved in it, or with what was just typed.</summary>
    public async Task<FormModel> ModelAsync(
        CompanyRequest page, CaseState state, FilingForm form, FormAnswers? typed = null,
        IReadOnlyList<FieldError>? errors = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        return new(
            page.Frame(), editions.Of(state.Id), state, form, typed ?? await AnswersAsync(state, form, page.Cancellation),
            await drafts.ReadAsync(state.Id, form.Key, page.Cancellation), DeadlineOf(state, form.Key, page.ReceivedAt), errors ?? [],
            await evidence.ListAsync(state.Id, page.Cancellation))
        {
            Replaces = await ReplacedAsync(state, form.Key, page.Cancellation),
            HasMails = await mails.AnyAsync(state.Id, page.Cancellation),
        };
    }

    /// <summary>What is shown of a form whose electronic end has passed, or of a cover sheet for the post.</summary>
    public async Task<LateModel> LateAsync(CompanyRequest page, CaseState state, FilingForm form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        var draft = (await copies.OfAsync(state.Id, form.Key, page.Cancellation))?.Draft
            ?? await drafts.ReadAsync(state.Id, form.Key, page.Cancellation);
        var paper = draft is null ? null : FilingPaper.Of(editions.Of(state.Id), state, form, draft.Answers());
        return new(
            page.Frame(), form, DeadlineOf(state, form.Key, page.ReceivedAt)!, draft, paper, state.Entry.CompanyName);
    }

    /// <summary>The deadline of a form, or null where it is not fixed.</summary>
    public Deadline? DeadlineOf(CaseState state, FormKey key, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return FilingForms.CutoffOf(editions.Of(state.Id), state, key) is { } cutoff ? new(cutoff, now) : null;
    }

    /// <summary>When what was posted was received, as the form's deadline counts it.</summary>
    public Instant ReceivedOf(CompanyRequest page, CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        var edition = editions.Of(state.Id);
        return FilingForms.CutoffOf(edition, state, key) is { } cutoff
            ? page.Arrival.Against(cutoff.ElectronicEnd, edition.Windows.Drain)
            : page.ReceivedAt;
    }

    /// <summary>Why the form cannot be filled in now, or null where it can.</summary>
    public static Refusal? ClosedBecause(CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (FormKey.Of(state) == key)
            return null;
        if (key.FilesIn is { } step && state.Filed.ContainsKey(step))
            return CaseDecider.CheckReplacement(state, step);
        if (state.Outcome is { } outcome)
            return Refusals.CaseClosed(outcome);
        return key.Kind == FormKind.Correction
            ? Refusals.NoSuchCorrection(key.Correction)
            : Refusals.NotThisStep(state.Step, CaseLabels.Of(key.FilesIn!.Value));
    }

    /// <summary>The newest version of what a form filed before, or null where it files it for the first time.</summary>
    private async Task<FiledVersion?> ReplacedAsync(CaseState state, FormKey key, CancellationToken cancellation)
    {
        if (key.FilesIn is not { } step || !state.Filed.TryGetValue(step, out var filed))
            return null;
        var events = await history.EventsAsync(state.Id, cancellation);
        var (_, newest) = events.Last(e => EventLabels.FilingOf(e.Event)?.Key == filed);
        return FiledVersion.Of(events, newest)[^1];
    }

    private async Task<FormAnswers?> FiledAsync(CaseId id, FiledVersion? version, CancellationToken cancellation) =>
        version is not null && await papers.ReadAsync(id, version.Filing, cancellation) is { } paper
            ? new(paper.Answers)
            : null;

    // The persons of the wage item are those of the registration, until the company says otherwise.
    private async Task<FormAnswers> InitialAsync(CaseState state, FilingForm form, CancellationToken cancellation)
    {
        var known = form.Initial();
        if (form.Key.Kind != FormKind.Claim || !state.Filed.TryGetValue(Step.ProjectRegistration, out var key))
            return known;
        var events = await history.EventsAsync(state.Id, cancellation);
        var filed = events.Select(e => EventLabels.FilingOf(e.Event)).Last(f => f?.Key == key)!;
        return await papers.ReadAsync(state.Id, filed, cancellation) is { } paper
            ? new(known.Texts.Concat(ItemFields.WagesIn(form, new(paper.Answers))).ToDictionary(t => t.Key, t => t.Value))
            : known;
    }
}
