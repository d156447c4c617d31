using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Freezes the list of a round, announces what decides, and draws it.</summary>
public sealed class Sealing(
    IRecords records, RoundRecords rounds, SelectedCompanies selected, SharedLots lots, PlaceService places, Beacons beacons,
    ISealingSecrets secrets, DrawnBefore before, IClock clock)
{
    private const int PartSize = 5000;

    /// <summary>
    /// Freezes: no entry can be added once the counter says so; then the chain of all entries is recomputed against what
    /// their companies were told, the list is screened and stored, and its root is published together with the value that
    /// will decide, which does not exist yet.
    /// </summary>
    /// <returns>Where the chain does not hold: then nothing is sealed. Null where the list is frozen.</returns>
    public async Task<ChainFault?> SealAsync(
        Edition edition, RoundState state, string? version, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        var counter = await CloseCounterAsync(state.Id, cancellation);
        var (entries, fault) = await ReadAsync(edition, state.Id, counter, cancellation);
        if (fault is not null)
            return fault;
        var carriedIn = await places.SealAsync(state.Id, cancellation);
        var screened = await ScreenAsync(edition, state.Id, entries, cancellation);
        var list = SealedList.Of(state.Id, screened, await SecretAsync(state.Id, cancellation));
        await StoreAsync(RoundRows.ListOf(state.Id), Rows(list, screened), cancellation);
        var next = state with
        {
            Phase = RoundPhase.Sealed,
            SealedAt = now,
            Entries = screened.Count,
            Excluded = screened.Where(s => s.Exclusion is not null)
                .GroupBy(s => s.Exclusion!.Value).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
            Digest = list.Root.ToString(),
            Chain = counter.Digest,
            CarriedIn = carriedIn,
        };
        await rounds.MoveAsync(await AnnouncedAsync(edition, next, cancellation), version, [], cancellation);
        return null;
    }

    // A part at a time, because a million forms at once are more than a process holds.
    private async Task<(List<Entry> Entries, ChainFault? Fault)> ReadAsync(
        Edition edition, RoundId round, CounterRow counter, CancellationToken cancellation)
    {
        var (entries, chain, reading) = (new List<Entry>(counter.Next), new EntryChainCheck(), edition.Entry.Reading);
        await foreach (var rows in records.BodiesAsync(RoundRows.EntriesOf(round), cancellation).Chunk(PartSize))
        {
            var part = new Entry[rows.Length];
            Parallel.For(0, part.Length, i => part[i] = rows[i].ToEntry(reading));
            entries.AddRange(part);
            foreach (var row in rows)
                chain.Add(row.ToLink());
        }

        return (entries, chain.Finish(counter.Next - 1, counter.Digest));
    }

    private async Task<IReadOnlyList<ScreenedEntry>> ScreenAsync(
        Edition edition, RoundId round, IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        var decided = (await records.BodiesAsync(RoundRows.JoinsOf(round), cancellation).ToListAsync(cancellation))
            .ToLookup(j => j.Joined, j => (j.First, j.Second));
        return Screening.Run(
            edition.Entry, entries, await selected.AllAsync(round.Edition, cancellation), decided[true],
            await before.SetApartAsync(round, cancellation), decided[false]);
    }

    /// <summary>
    /// The round with the announcement of the value that decides its draw, due only after the edition's delay from now.
    /// </summary>
    public async Task<RoundState> AnnouncedAsync(
        Edition edition, RoundState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        var now = clock.GetCurrentInstant();
        var pledge = await beacons.AnnounceAsync(state.Id, state.Draw, now + edition.Windows.BeaconDelay, cancellation);
        return state with { AnnouncedAt = now, Pledge = pledge, BeaconDue = pledge.Due };
    }

    /// <summary>Draws the frozen list with the beacon's value and stores the results, once for each draw.</summary>
    /// <exception cref="InvalidOperationException">
    /// The stored list does not have the root that was published.
    /// </exception>
    public async Task DrawAsync(
        RoundState state, string? version, BeaconValue value, Instant now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(value);
        if (await rounds.ListAsync(state.Id, cancellation) is not var (list, rows)
            || list.Root.ToString() != state.Digest)
            throw new InvalidOperationException($"The list of {state.Id} was changed after its root was published.");
        var draw = Draw.Run(list, value.Randomness.ToBytes(), state.Places + state.CarriedIn);
        var results = await lots.ResultsAsync(draw, rows, cancellation);
        await StoreAsync(RoundRows.ResultsOf(state.Id, state.Draw), results, cancellation);
        var won = draw.Ranking.Count(r => r.Won);
        var next = state with { Phase = RoundPhase.Drawn, DrawnAt = now, Seed = draw.Seed, Won = won };
        var row = new DrawRow(
            state.Draw, draw.Algorithm, state.Digest, state.AnnouncedAt!.Value, state.Pledge!, draw.Places, won, now,
            new(value.Kind, value.Randomness, Convert.ToHexStringLower([.. value.Proof])), state.Redraw, value.Thrown);
        await rounds.MoveAsync(next, version, [RoundRows.Draw(state.Id, state.Draw).Insert(row)], cancellation);
    }

    /// <summary>
    /// Freezes the list: no entry is added from now on. False where two people have moved the window meanwhile.
    /// </summary>
    public Task<bool> CloseAsync(RoundId round, Instant now, CancellationToken cancellation = default) =>
        records.ChangeAsync(
            RoundRows.Counter(round),
            counter => counter?.Closes > now
                ? new Change<CounterRow, bool>(counter, false)
                : new((counter ?? CounterRow.Start) with { Sealed = true }, true), cancellation);

    private async Task<CounterRow> CloseCounterAsync(RoundId round, CancellationToken cancellation) =>
        (await records.ChangeAsync(
            RoundRows.Counter(round), counter => (counter ?? CounterRow.Start) with { Sealed = true },
            cancellation))!;

    // Kept before anything is made of it, so that a sealing that is repeated gives the same leaves.
    private async Task<byte[]> SecretAsync(RoundId round, CancellationToken cancellation) =>
        Convert.FromHexString((await records.ChangeAsync(
            RoundRows.Secret(round), kept => kept ?? Convert.ToHexStringLower(secrets.SecretOf(round)),
            cancellation))!);

    // Pages are the same on every run, so a crash between two commits does no harm.
    private Task StoreAsync<T>(
        RowRange<IReadOnlyList<T>> pages, IEnumerable<T> rows, CancellationToken cancellation) =>
        records.CommitManyAsync(RoundRecords.Pages(pages, rows), cancellation);

    private static IEnumerable<ListRow> Rows(
        SealedList list, IReadOnlyList<ScreenedEntry> screened)
    {
        var numbers = list.Entries.ToDictionary(e => e.CaseId, e => e.Number);
        return screened.Select(s => new ListRow(
            s.Lead is { } lead ? numbers[lead] : 0, s.Entry.CaseId, s.Entry.ReceivedAt, s.Exclusion));
    }
}
