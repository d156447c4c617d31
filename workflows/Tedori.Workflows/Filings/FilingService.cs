using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Filings;

/// <summary>
/// Files what a company filled in, in one request: its content becomes a file of the case, listed with its digest
/// beside the uploads, and the time of receipt is the request's. Safe to repeat: a key is bound to what was sent with it.
/// </summary>
public sealed class FilingService(
    CaseCommandHandler cases, EditionCatalog editions, IEvidenceStore store, EvidenceService evidence, DraftService drafts, Disruptions disruptions,
    IClock clock)
{
    /// <summary>
    /// Files. The filing is judged and decided on one reading of the case; where somebody changes the case before it is
    /// committed, the case is read and the filing judged again.
    /// </summary>
    /// <param name="found">The case as the request read it.</param>
    /// <param name="form">The form, as it was put to the company.</param>
    /// <param name="answers">What was filled in.</param>
    /// <param name="key">Key of the request; other answers under it are another filing.</param>
    /// <param name="receivedAt">When the request arrived; it alone decides whether it is late.</param>
    /// <param name="replaces">Key of the version in whose place it comes, or null where it is the first.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<FilingAnswer> FileAsync(
        LoadedCase found, FilingForm form, FormAnswers answers, string key, Instant receivedAt,
        string? replaces = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(form);
        return cases.UntilDecidedAsync(
            found,
            current => TryAsync(
                current, form, answers, FilingKey.Of(key, form.Key, answers), receivedAt, replaces, cancellation),
            cancellation);
    }

    /// <summary>The number of the filing that was taken in before with these answers under this key, or null.</summary>
    public static Task<int?> NumberAsync(LoadedCase found, FormKey form, FormAnswers answers, string key)
    {
        ArgumentNullException.ThrowIfNull(found);
        return NumberAsync(found, FilingKey.Of(key, form, answers));
    }

    /// <summary>
    /// The files that the next filing of the case would list beside its statement: those of the version in whose place it
    /// comes, and the uploads.
    /// </summary>
    /// <param name="found">The case as the request read it.</param>
    /// <param name="answers">What was filled in: which files are left out.</param>
    /// <param name="replaces">Key of the version in whose place it comes, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<EvidenceFile>> FilesAsync(
        LoadedCase found, FormAnswers answers, string? replaces, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var before = await BeforeAsync(found, replaces);
        var uploads = await evidence.DraftAsync(found, cancellation);
        return
        [
            .. before is null ? [] : KeptFiles.Of(before, answers).Where(f => !uploads.Any(u => u.IsSameAs(f.Sha256, f.Slot))),
            .. uploads,
        ];
    }

    /// <summary>The filing in whose place another comes; null where it is the first.</summary>
    public static async Task<Filing?> BeforeAsync(LoadedCase found, string? replaces)
    {
        ArgumentNullException.ThrowIfNull(found);
        return replaces is null
            ? null
            : (await found.EventsAsync()).Select(e => EvidenceRecords.FilingOf(e.Event)).FirstOrDefault(f => f?.Key == replaces);
    }

    private async Task<FilingAnswer?> TryAsync(
        LoadedCase found, FilingForm asked, FormAnswers answers, string key, Instant receivedAt, string? replaces,
        CancellationToken cancellation)
    {
        var state = found.State;
        // Whoever is late is told that first; what else is wrong with the form does not matter any more.
        var late = await IsLateAsync(found.Id, state, asked.Key, receivedAt, cancellation);
        var edition = editions.Of(found.Id);
        var form = FilingForms.Of(edition, state, asked.Key, JapanTime.DateOf(receivedAt)) is { } fresh
            ? await BeforeAsync(found, replaces) is { } before ? KeptFiles.In(fresh, before) : fresh
            : asked;
        if (!late && FilingForms.Faults(edition, form, answers) is { Count: > 0 } faults)
            return new FilingAnswer.Faulty(faults);
        IReadOnlyList<EvidenceFile> files = late
            ? []
            : await StatedAsync(found, form, answers, replaces, cancellation);
        var filing = new Filing(key, new Receipt.Electronic(receivedAt), files, Replaces: replaces);
        var command = FilingCommands.Of(edition, form, answers, filing, clock.GetCurrentInstant());
        switch (await cases.TryHandleAsync(found, command, cancellation))
        {
            case null:
                return null;
            case CaseAnswer.Accepted accepted:
                await drafts.DropAsync(found.Id, form.Key, cancellation);
                return new FilingAnswer.Filed(NumberIn(accepted, key) ?? (await NumberAsync(found, key))!.Value);
            case CaseAnswer.Refused refused:
                await KeepAsync(found.Id, form, answers, receivedAt, cancellation);
                return new FilingAnswer.Refused(refused.Refusal);
            case var other:
                throw new InvalidOperationException($"{found.Id} answered {other}.");
        }
    }

    private async Task<IReadOnlyList<EvidenceFile>> StatedAsync(
        LoadedCase found, FilingForm form, FormAnswers answers, string? replaces, CancellationToken cancellation)
    {
        var files = await FilesAsync(found, answers, replaces, cancellation);
        var paper = FilingPaper.Of(
            editions.Of(found.Id), found.State, form, DocumentSlots.Ticked(form, answers, files));
        return [await PutAsync(paper, cancellation), .. files];
    }

    private static async Task<int?> NumberAsync(LoadedCase found, string key) =>
        (await found.EventsAsync()).Where(e => EvidenceRecords.FilingOf(e.Event)?.Key == key)
            .Select(e => (int?)e.Number).FirstOrDefault();

    // Before anybody is told so the record is asked whether an outage was declared meanwhile, in another process.
    private async Task<bool> IsLateAsync(
        CaseId id, CaseState state, FormKey form, Instant receivedAt, CancellationToken cancellation)
    {
        if (!IsLate())
            return false;
        await disruptions.ApplyAsync(cancellation);
        return IsLate();

        bool IsLate() => FilingForms.CutoffOf(editions.Of(id), state, form) is { } cutoff
            && receivedAt >= cutoff.ElectronicEnd;
    }

    // Not always the last of what happened: a filing may open or end a step.
    private static int? NumberIn(CaseAnswer.Accepted accepted, string key) => accepted.Events
        .Select((e, i) => (e, Number: accepted.Count - accepted.Events.Count + i + 1))
        .Where(e => EvidenceRecords.FilingOf(e.e)?.Key == key).Select(e => (int?)e.Number).FirstOrDefault();

    // Whatever another device saved meanwhile: this is what the company meant to file.
    private async Task KeepAsync(
        CaseId id, FilingForm form, FormAnswers answers, Instant at, CancellationToken cancellation)
    {
        var seen = (await drafts.ReadAsync(id, form.Key, cancellation))?.Version ?? 0;
        await drafts.SaveAsync(id, form.Key, answers, seen, at, cancellation);
    }

    private async Task<EvidenceFile> PutAsync(FilingPaper paper, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(TedoriJson.Write(paper)));
        return await store.PutAsync(paper.CaseId, FilingPaper.FileName, content, cancellation);
    }
}
