using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
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
        (await RowAsync(id, form, cancellation)).Body;

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
        await ListAsync(id, form, cancellation);
        return await RecordsExtensions.UntilCommittedAsync(() => TryAsync(id, form, answers, seen, at, cancellation));
    }

    /// <summary>Drops a draft that was filed. Dropping it again is a no-op.</summary>
    public async Task DropAsync(CaseId id, FormKey form, CancellationToken cancellation = default)
    {
        await DeleteAsync(RecordSet.Cases, id.ToString(), DraftRows.Draft(form), cancellation);
        await DeleteAsync(RecordSet.Office, DraftRows.List, DraftRows.Entry(id, form), cancellation);
    }

    /// <summary>
    /// Drafts whose deadline has passed and that were not filed, for staff. They do not count as filed.
    /// </summary>
    public IAsyncEnumerable<SafeCopy> SafeCopiesAsync(CancellationToken cancellation = default) =>
        copies.AllAsync(cancellation);

    private async Task<DraftAnswer?> TryAsync(
        CaseId id, FormKey form, FormAnswers answers, int seen, Instant at, CancellationToken cancellation)
    {
        var (before, version) = await RowAsync(id, form, cancellation);
        if (before is not null && before.Answers().SameAs(answers))
            return new DraftAnswer.Saved(before);
        if ((before?.Version ?? 0) != seen)
            return before is null
                ? await TryAsync(id, form, answers, 0, at, cancellation)
                : new DraftAnswer.Overtaken(before);
        var draft = new Draft(form.ToString(), seen + 1, at, answers.Texts);
        List<Write> writes = [RecordsExtensions.Put(DraftRows.Draft(form), draft, version)];
        if (before is not null && await IsLastOfItsTimeAsync(id, form, before, at, cancellation))
            writes.Add(new Write.Upsert(DraftRows.SafeCopy(form), TedoriJson.Write(before)));
        var outcome = await records.CommitAsync(RecordSet.Cases, id.ToString(), writes, cancellation);
        return outcome.Succeeded ? new DraftAnswer.Saved(draft) : null;
    }

    // The save before the deadline's end, seen by the first save after it.
    private async Task<bool> IsLastOfItsTimeAsync(
        CaseId id, FormKey form, Draft before, Instant at, CancellationToken cancellation) =>
        await cases.ReadAsync(id, cancellation) is { } snapshot
        && FilingForms.CutoffOf(editions.Of(id), snapshot.State, form) is { } cutoff
        && before.SavedAt < cutoff.ElectronicEnd && at >= cutoff.ElectronicEnd;

    private Task<CommitOutcome> ListAsync(CaseId id, FormKey form, CancellationToken cancellation)
    {
        var entry = TedoriJson.Write(new DraftEntry(id, form.ToString()));
        return records.CommitAsync(
            RecordSet.Office, DraftRows.List, [new Write.Upsert(DraftRows.Entry(id, form), entry)], cancellation);
    }

    private async Task DeleteAsync(RecordSet set, string partition, string key, CancellationToken cancellation)
    {
        // A conflict means that another run dropped it, or a save came after: that one stays.
        if (await records.ReadAsync(set, partition, key, cancellation) is { } row)
            await records.CommitAsync(set, partition, [new Write.Delete(key, row.Version)], cancellation);
    }

    private Task<(Draft? Body, string? Version)> RowAsync(CaseId id, FormKey form, CancellationToken cancellation) =>
        records.ReadAsync<Draft>(RecordSet.Cases, id.ToString(), DraftRows.Draft(form), cancellation);
}
