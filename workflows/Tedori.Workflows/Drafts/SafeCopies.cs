using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Drafts;

/// <summary>
/// Finds the drafts whose deadline has passed. Worked out from the record, so that no timer has to fire for it.
/// </summary>
public sealed class SafeCopies(IRecords records, EditionCatalog editions, CaseCommandHandler cases, IClock clock)
{
    /// <summary>All of them, by case.</summary>
    public async IAsyncEnumerable<SafeCopy> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var entry in records.BodiesAsync(DraftRows.Entries, cancellation))
        {
            if (FormKey.TryParse(entry.Form, out var form)
                && await OfAsync(entry.CaseId, form, cancellation) is { } copy)
                yield return copy;
        }
    }

    /// <summary>
    /// The safe copy of one form, or null where its deadline has not passed, it was filed, or nothing was typed.
    /// </summary>
    public async Task<SafeCopy?> OfAsync(CaseId id, FormKey form, CancellationToken cancellation = default)
    {
        var state = (await cases.ReadAsync(id, cancellation))?.State;
        if (state is null || IsFiled(state, form)
            || FilingForms.CutoffOf(editions.Of(id), state, form) is not { } cutoff
            || clock.GetCurrentInstant() < cutoff.ElectronicEnd)
            return null;
        var draft = await records.ReadAsync(DraftRows.SafeCopy(id, form), cancellation)
            ?? await records.ReadAsync(DraftRows.Draft(id, form), cancellation);
        return draft is null ? null : new(id, form, cutoff, draft.Body);
    }

    private static bool IsFiled(CaseState state, FormKey form) =>
        form.FilesIn is { } step && state.Filed.ContainsKey(step);
}
