using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Text;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Directory;

/// <summary>
/// All cases as staff search and list them (申請一覧): a projection in a partition for each round, mirrored in memory. It is
/// written after the case itself, so it may lag by a crash until the sweeper or the next change mends it.
/// </summary>
public sealed class CaseDirectory(IRecords records, EditionCatalog editions, DirectoryMirror mirror, IClock clock)
{
    /// <summary>Lists a case as it stands. An older state than the listed one changes nothing.</summary>
    public async Task PutAsync(CaseState state, int events, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var listing = CaseListing.Of(editions.Of(state.Id), state, events);
        // A case that is listed anew although it has a past: who is in charge of it stands in its own partition.
        if (events > 1 && mirror.Find(state.Id) is null)
            listing = listing with { Reviewer = await ReviewerAsync(state.Id, cancellation) };
        await ChangeAsync(state.Id, known => known is null ? listing
            : known.Events >= events ? known
            : listing with { Reviewer = known.Reviewer }, cancellation);
    }

    /// <summary>Lists a case if it is not listed as it stands: a process may have died between the case and its listing.</summary>
    public async Task EnsureAsync(CaseState state, int events, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        await LoadAsync(state.Id.Round, cancellation);
        if (mirror.Find(state.Id) is not { } listed || listed.Events < events)
            await PutAsync(state, events, cancellation);
    }

    /// <summary>Notes to whom a case is assigned.</summary>
    public Task AssignAsync(CaseId id, string? reviewer, CancellationToken cancellation = default) =>
        ChangeAsync(id, known => known is null ? null : known with { Reviewer = reviewer }, cancellation);

    /// <summary>A page of the cases that a query asks for.</summary>
    public async Task<CasePage> FindAsync(CaseQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = await MatchingAsync(query, cancellation);
        var pages = Math.Max(1, (found.Count + query.PageSize - 1) / query.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var cases = Ordered(query.Order, found).Skip((page - 1) * query.PageSize).Take(query.PageSize);
        return new([.. cases], found.Count, page, pages);
    }

    /// <summary>All cases that a query asks for, in its order, whatever its page.</summary>
    public async Task<IReadOnlyList<CaseListing>> AllAsync(CaseQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. Ordered(query.Order, await MatchingAsync(query, cancellation))];
    }

    /// <summary>Calls for every case that is listed, in no order: for counting, without a copy of the list.</summary>
    public async Task EachAsync(Action<CaseListing> see, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(see);
        foreach (var round in Rounds)
        {
            await LoadAsync(round, cancellation);
            foreach (var listed in mirror.Of(round))
                see(listed.Listing);
        }
    }

    /// <summary>
    /// Reads all cases into memory and puts them in order, unless that is done, so that the first who asks need not
    /// wait.
    /// </summary>
    public Task ReadAheadAsync(CancellationToken cancellation = default) => EachAsync(_ => { }, cancellation);

    private IEnumerable<RoundId> Rounds => editions.All.SelectMany(e => e.Rounds, (e, r) => new RoundId(e.Id, r.Number));

    // What matches is in order of receipt number already, and sorting keeps that among equals; taking a page of a sorted
    // sequence sorts no more than the page.
    private static IEnumerable<CaseListing> Ordered(CaseOrder order, List<CaseListing> cases) => order switch
    {
        CaseOrder.Id => cases,
        CaseOrder.Due => cases.OrderBy(c => c.Due ?? LocalDate.MaxIsoValue),
        CaseOrder.Since => cases.OrderBy(c => c.Since),
        CaseOrder.Name => cases.OrderBy(c => c.CompanyName, StringComparer.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Unknown order."),
    };

    private async Task<List<CaseListing>> MatchingAsync(CaseQuery query, CancellationToken cancellation)
    {
        var sought = new SoughtText(query.Text);
        var found = new List<CaseListing>();
        foreach (var round in Rounds)
        {
            if ((query.Round is { } wanted && wanted != round.Number)
                || (query.Edition is { } edition && edition != round.Edition))
                continue;
            await LoadAsync(round, cancellation);
            found.AddRange(mirror.Of(round)
                .Where(c => Suits(query, c.Listing) && c.Matches(sought))
                .Select(c => c.Listing));
        }

        return found;
    }

    private static bool Suits(CaseQuery q, CaseListing c) =>
        (q.Step is null || q.Step == c.Step)
        && (q.Outcome is null || q.Outcome == c.Outcome)
        && (q.Track is null || q.Track == c.Track)
        && (q.CorrectionOpen is null || q.CorrectionOpen == c.CorrectionOpen)
        && (q.Reviewer is null || q.Reviewer == (c.Reviewer ?? CaseQuery.Nobody));

    private async Task<string?> ReviewerAsync(CaseId id, CancellationToken cancellation) =>
        (await records.ReadAsync(DirectoryRows.Assignment(id), cancellation))?.Body.Reviewer;

    private async Task LoadAsync(RoundId round, CancellationToken cancellation)
    {
        if (!mirror.IsStale(round, clock.GetCurrentInstant()))
            return;
        // Whoever comes while it is read waits for it, and does not read it too.
        using var turn = await mirror.TurnAsync(round, cancellation);
        var now = clock.GetCurrentInstant();
        if (!mirror.IsStale(round, now))
            return;
        await foreach (var listing in records.BodiesAsync(DirectoryRows.ListingsOf(round), cancellation))
            mirror.Put(listing);
        mirror.Loaded(round, now);
    }

    private async Task ChangeAsync(CaseId id, Func<CaseListing?, CaseListing?> change, CancellationToken cancellation)
    {
        if (await records.ChangeAsync(DirectoryRows.Listing(id), change, cancellation) is { } listing)
            mirror.Put(listing);
    }
}
