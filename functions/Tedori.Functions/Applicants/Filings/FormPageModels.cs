using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>Puts together what the pages of a form show.</summary>
public sealed class FormPageModels(EditionCatalog editions, CaseCommandHandler cases, DraftService drafts, SafeCopies copies,
    EvidenceService evidence, CaseHistory history, PaperReader papers)
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

    /// <summary>The form, or null where the case has none such.</summary>
    public FilingForm? FormOf(CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(state);
        return FilingForms.Of(editions.Of(state.Id), state, key);
    }

    /// <summary>The form with what was saved in it, or with what was just typed.</summary>
    public async Task<FormModel> ModelAsync(
        CompanyRequest page, CaseState state, FilingForm form, FormAnswers? typed = null,
        IReadOnlyList<FieldError>? errors = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(form);
        var draft = await drafts.ReadAsync(state.Id, form.Key, page.Cancellation);
        var replaces = await ReplacedAsync(state, form.Key, page.Cancellation);
        return new(
            page.Frame(), editions.Of(state.Id), state, form,
            typed ?? draft?.Answers() ?? await FiledAsync(state.Id, replaces, page.Cancellation) ?? form.Initial(), draft,
            DeadlineOf(state, form.Key, page.ReceivedAt), errors ?? [],
            await evidence.ListAsync(state.Id, page.Cancellation))
        {
            Replaces = replaces,
        };
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
}
