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
    public Task<bool> TryAddAsync(
        CaseId winner, EntryForm form, IReadOnlySet<CaseId> known, CancellationToken cancellation = default) =>
        TryAddAsync(winner, form, known, promoting: false, cancellation);

    /// <summary>
    /// The same of a case that is about to be promoted: until it is (<see cref="AddAsync"/>) or its claim is taken back,
    /// whoever would tell its company of another place waits.
    /// </summary>
    public Task<bool> TryClaimAsync(
        CaseId next, EntryForm form, IReadOnlySet<CaseId> known, CancellationToken cancellation = default) =>
        TryAddAsync(next, form, known, promoting: true, cancellation);

    /// <summary>Whether another case of a company is about to be promoted.</summary>
    public async Task<bool> IsClaimedAsync(CaseId by, EntryForm form, CancellationToken cancellation = default)
    {
        var keys = CompanyKeys.Of(form, editions.Of(by).Entry.Reading);
        foreach (var key in keys.All)
        {
            if (await records.ReadAsync(KeysOf(by.Round.Edition).Row<SelectedRow>(key.Value), cancellation) is
                { Body: { Promoting: true } row } && row.CaseId != by && CompanyKeys.MayBeOne(row.NumberKey, keys.Number))
                return true;
        }

        return false;
    }

    /// <summary>Takes the claim of a case back that was not promoted. Safe to repeat.</summary>
    public Task ReleaseAsync(CaseId next, EntryForm form, CancellationToken cancellation = default) =>
        records.UntilCommittedAsync(async () =>
        {
            var writes = new List<RowWrite>();
            foreach (var key in CompanyKeys.Of(form, editions.Of(next).Entry.Reading).All
                .Select(k => KeysOf(next.Round.Edition).Row<SelectedRow>(k.Value)))
            {
                if (await records.ReadAsync(key, cancellation) is { Body: { Promoting: true } row } found && row.CaseId == next)
                    writes.Add(row.Drawn is { } before ? key.Put(before, found.Version) : key.Delete(found.Version));
            }

            return writes.Count == 0 || (await records.CommitAsync(writes, cancellation)).Succeeded ? writes : null;
        }, cancellation);

    /// <summary>Takes back whatever is claimed for cases of a round. Safe to repeat.</summary>
    public async Task ReleaseAsync(RoundId round, CancellationToken cancellation = default)
    {
        var claimed = await records.BodiesAsync(KeysOf(round.Edition).All<SelectedRow>(), cancellation)
            .Where(r => r.Promoting is true && r.CaseId.Round == round).Select(r => r.CaseId).Distinct().ToListAsync(cancellation);
        foreach (var id in claimed)
            await ReleaseAsync(id, (await records.ReadAsync(RoundRows.Entry(id), cancellation))!.Body.Form, cancellation);
    }

    private async Task<bool> TryAddAsync(
        CaseId winner, EntryForm form, IReadOnlySet<CaseId> known, bool promoting, CancellationToken cancellation)
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
                if (found is { Body: var other } && other.CaseId != winner
                    && (other.Promoting is true || !known.Contains(other.CaseId))
                    && CompanyKeys.MayBeOne(other.NumberKey, keys.Number))
                    return Tuple.Create(false);
                writes.Add(key.Put(promoting ? row.Over(found?.Body) : row, found?.Version));
            }

            return (await records.CommitAsync(writes, cancellation)).Succeeded ? Tuple.Create(true) : null;
        }, cancellation);
        return added.Item1;
    }

    /// <summary>
    /// Keeps whoever was drawn under the keys by which texts are read now: a company is known again although they were read
    /// otherwise when it was drawn. Keys of before stay. Safe to repeat.
    /// </summary>
    public async Task KeepKeysAsync(string edition, CancellationToken cancellation = default)
    {
        var rules = editions.Of(new RoundId(edition, 1)).Entry;
        var stamp = NearIndex.StampOf(rules);
        if ((await records.ReadAsync(ReadingOf(edition), cancellation))?.Body == stamp)
            return;
        var (drawn, known) = (new HashSet<CaseId>(), new HashSet<string>());
        await foreach (var row in records.ScanAsync(KeysOf(edition).All<SelectedRow>(), cancellation))
        {
            known.Add(row.Key);
            if (row.Body.Drawn is { } holder)
                drawn.Add(holder.CaseId);
        }

        if (drawn.Count == 0)
            return;
        foreach (var id in drawn.OrderBy(d => d.ToString(), StringComparer.Ordinal))
        {
            if (await records.ReadAsync(RoundRows.Entry(id), cancellation) is not { Body.Form: var form })
                continue;
            var keys = CompanyKeys.Of(form, rules.Reading);
            // Where somebody came under a key meanwhile, that company is known by it already.
            foreach (var key in keys.All.Where(k => known.Add(k.Value)))
                await records.CommitAsync(
                    KeysOf(edition).Row<SelectedRow>(key.Value).Put(new(id, keys.Number?.Value), null), cancellation);
        }

        await records.CommitAsync(ReadingOf(edition).Upsert(stamp), cancellation);
    }

    /// <summary>All of them.</summary>
    public async Task<DrawnCompanies> AllAsync(string edition, CancellationToken cancellation = default)
    {
        await KeepKeysAsync(edition, cancellation);
        var all = new DrawnCompanies();
        await foreach (var row in records.ScanAsync(Before(edition).All<CaseId>(), cancellation))
            all.Add(CompanyKey.Parse(row.Key), null);
        await foreach (var row in records.ScanAsync(KeysOf(edition).All<SelectedRow>(), cancellation))
        {
            if (row.Body.Drawn is { } drawn)
                all.Add(CompanyKey.Parse(row.Key), drawn.NumberKey);
        }

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

    private static RowKey<string> ReadingOf(string edition) =>
        new RowPartition(RecordSet.Office, "reading-of-drawn").Row<string>(edition);

    // From when a company had one key: its number, or name, address and phone together.
    private static RowPartition Before(string edition) => new(RecordSet.Office, $"selected-{edition}");

    private static RowPartition KeysOf(string edition) => new(RecordSet.Office, $"drawn-{edition}");
}

/// <summary>Who was drawn under a key. Storage format.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">The key of its corporate number, or null where it stated none.</param>
/// <param name="Promoting">True while the case is about to be promoted; null else.</param>
/// <param name="BeforeCase">Who was there before it, as long as it is about to be promoted; null where nobody was.</param>
/// <param name="BeforeNumber">The same of the key of the number.</param>
public sealed record SelectedRow(
    CaseId CaseId, string? Number, bool? Promoting = null, CaseId? BeforeCase = null, string? BeforeNumber = null)
{
    /// <summary>Who was drawn under the key: whoever is about to be promoted is not yet.</summary>
    internal SelectedRow? Drawn => Promoting is not true ? this
        : BeforeCase is { } id ? new(id, BeforeNumber)
        : null;

    /// <summary>It as the claim of a case that is about to be promoted, over what stood there.</summary>
    internal SelectedRow Over(SelectedRow? found) =>
        this with { Promoting = true, BeforeCase = found?.Drawn?.CaseId, BeforeNumber = found?.Drawn?.Number };

    internal CompanyKey? NumberKey => Number is { } number ? CompanyKey.Parse(number) : null;
}
