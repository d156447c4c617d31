using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>The companies that were drawn in an edition, under everything they are known by.</summary>
public sealed class SelectedCompanies(IRecords records, EditionCatalog editions)
{
    /// <summary>Adds a company by what it stated. Adding it again is a no-op.</summary>
    public async Task AddAsync(CaseId winner, EntryForm form, CancellationToken cancellation = default)
    {
        var keys = CompanyKeys.Of(form, editions.Of(winner).Entry.Reading);
        var row = new SelectedRow(winner, keys.Number?.Value);
        await records.CommitAsync(
            [.. keys.All.Select(k => KeysOf(winner.Round.Edition).Row<SelectedRow>(k.Value).Upsert(row))], cancellation);
    }

    /// <summary>
    /// Adds a company before its case is told, unless somebody is under one of its keys of whom the caller did not know:
    /// of two processes that are about to tell one company of two places, one learns of the other. Adding it again is a
    /// no-op.
    /// </summary>
    /// <param name="winner">The case that is about to be told.</param>
    /// <param name="form">What its company stated.</param>
    /// <param name="known">The cases under its keys that do not stand in the way.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>False where somebody else came meanwhile; nothing was changed.</returns>
    public async Task<bool> TryAddAsync(
        CaseId winner, EntryForm form, IReadOnlySet<CaseId> known, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        var keys = CompanyKeys.Of(form, editions.Of(winner).Entry.Reading);
        var row = new SelectedRow(winner, keys.Number?.Value);
        var added = await records.UntilCommittedAsync(async () =>
        {
            var writes = new List<RowWrite>();
            foreach (var key in keys.All.Select(k => KeysOf(winner.Round.Edition).Row<SelectedRow>(k.Value)))
            {
                var found = await records.ReadAsync(key, cancellation);
                if (found is { Body: var other } && other.CaseId != winner && !known.Contains(other.CaseId)
                    && CompanyKeys.MayBeOne(other.NumberKey, keys.Number))
                    return Tuple.Create(false);
                writes.Add(key.Put(row, found?.Version));
            }

            return (await records.CommitAsync(writes, cancellation)).Succeeded ? Tuple.Create(true) : null;
        }, cancellation);
        return added.Item1;
    }

    /// <summary>All of them.</summary>
    public async Task<DrawnCompanies> AllAsync(string edition, CancellationToken cancellation = default)
    {
        var all = new DrawnCompanies();
        await foreach (var row in records.ScanAsync(Before(edition).All<CaseId>(), cancellation))
            all.Add(CompanyKey.Parse(row.Key), null);
        await foreach (var row in records.ScanAsync(KeysOf(edition).All<SelectedRow>(), cancellation))
            all.Add(CompanyKey.Parse(row.Key), row.Body.NumberKey);
        return all;
    }

    /// <summary>Whether a company is one of them.</summary>
    public async Task<bool> KnowsAsync(string edition, CompanyKeys keys, CancellationToken cancellation = default) =>
        (await CasesOfAsync(edition, keys, cancellation)).Count > 0;

    /// <summary>The cases by which a company was drawn, of each of its keys the last one.</summary>
    public async Task<IReadOnlySet<CaseId>> CasesOfAsync(
        string edition, CompanyKeys keys, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var drawn = new HashSet<CaseId>();
        foreach (var key in keys.All)
        {
            if (await records.ReadAsync(Before(edition).Row<CaseId>(key.Value), cancellation) is { } before)
                drawn.Add(before.Body);
            if (await records.ReadAsync(KeysOf(edition).Row<SelectedRow>(key.Value), cancellation) is { } row
                && CompanyKeys.MayBeOne(row.Body.NumberKey, keys.Number))
                drawn.Add(row.Body.CaseId);
        }

        return drawn;
    }

    // From when a company had one key: its number, or name, address and phone together.
    private static RowPartition Before(string edition) => new(RecordSet.Office, $"selected-{edition}");

    private static RowPartition KeysOf(string edition) => new(RecordSet.Office, $"drawn-{edition}");
}

/// <summary>Who was drawn under a key. Storage format.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">The key of its corporate number, or null where it stated none.</param>
public sealed record SelectedRow(CaseId CaseId, string? Number)
{
    internal CompanyKey? NumberKey => Number is { } number ? CompanyKey.Parse(number) : null;
}
