using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Filings;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Drafts;

/// <summary>
/// Keeps what a company types, so that it survives the closed tab and another device. A save wins only if it saw the
/// save before it. What stood there at the deadline is kept as a safe copy, whatever is saved later.
/// </summary>
public sealed class DraftService(IRecords records, EditionCatalog editions, CaseCommandHandler cases, SafeCopies copies)
{
    /// <summary>The draft of a form, or null where nothing was saved.</summary>
    public async Task<Draft?> ReadAsync(CaseId id, FormKey form, CancellationToken cancellation = default) =>
        (await records.ReadAsync(DraftRows.Draft(id, form), cancellation))?.Body;

    /// <summary>Saves. Saving the same texts again is a no-op.</summary>
    /// <param name="id">The case.</param>
    /// <param name="form">Which form.</param>
    /// <param name="answers">What was typed, taken by the form.</param>
    /// <param name="seen">Version of the draft on which it is based; 0 where there was none.</param>
    /// <param name="at">When the request that saves was received.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<DraftAnswer> SaveAsync(
        CaseId id, FormKey form, FormAnswers answers, int seen, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        // Before the draft itself, so that no draft is missing on the office's list.
        await records.CommitAsync(DraftRows.Entry(id, form).Upsert(new(id, form.ToString())), cancellation);
        return await records.ChangeAsync(
            DraftRows.Draft(id, form), before => DecideAsync(id, form, before, answers, seen, at, cancellation),
            cancellation);
    }

    /// <summary>Drops a draft that was filed. Dropping it again is a no-op.</summary>
    public async Task DropAsync(CaseId id, FormKey form, CancellationToken cancellation = default)
    {
        // Where a save comes after, that one stays.
        await records.RemoveAsync(DraftRows.Draft(id, form), cancellation);
        await records.RemoveAsync(DraftRows.Entry(id, form), cancellation);
    }

    /// <summary>
    /// Drafts whose deadline has passed and that were not filed, for staff. They do not count as filed.
    /// </summary>
    public IAsyncEnumerable<SafeCopy> SafeCopiesAsync(CancellationToken cancellation = default) =>
        copies.AllAsync(cancellation);

    private async Task<Change<Draft, DraftAnswer>> DecideAsync(
        CaseId id, FormKey form, Draft? before, FormAnswers answers, int seen, Instant at,
        CancellationToken cancellation)
    {
        if (before is not null && before.Answers().SameAs(answers))
            return new(before, new DraftAnswer.Saved(before));
        if (before is not null && before.Version != seen)
            return new(before, new DraftAnswer.Overtaken(before));
        var draft = new Draft(form.ToString(), (before?.Version ?? 0) + 1, at, answers.Texts);
        return new(draft, new DraftAnswer.Saved(draft),
            before is not null && await IsLastOfItsTimeAsync(id, form, before, at, cancellation)
                ? [DraftRows.SafeCopy(id, form).Upsert(before)]
                : []);
    }

    // The save before the deadline's end, seen by the first save after it.
    private async Task<bool> IsLastOfItsTimeAsync(
        CaseId id, FormKey form, Draft before, Instant at, CancellationToken cancellation) =>
        await cases.ReadAsync(id, cancellation) is { } snapshot
        && FilingForms.CutoffOf(editions.Of(id), snapshot.State, form) is { } cutoff
        && before.SavedAt < cutoff.ElectronicEnd && at >= cutoff.ElectronicEnd;
}
