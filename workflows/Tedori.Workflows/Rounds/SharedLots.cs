using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The lots that several entries of one company share: what the draw means for each of them. Writes nothing.
/// </summary>
public sealed class SharedLots(IRecords records, RoundRecords rounds)
{
    /// <summary>The results of a draw: first the lots by rank, then the entries that have none of their own.</summary>
    public async Task<IReadOnlyList<ResultRow>> ResultsAsync(
        DrawResult draw, IReadOnlyList<ListRow> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentNullException.ThrowIfNull(rows);
        var ranks = draw.Ranking.ToDictionary(r => r.Number);
        var shared = new Dictionary<int, LotShare>();
        var sharing = rows.Where(r => r is { Number: > 0, Exclusion: not null }).Select(r => r.Number).ToHashSet();
        foreach (var lot in rows.Where(r => sharing.Contains(r.Number)).GroupBy(r => r.Number))
        {
            var won = ranks[lot.Key].Won;
            shared.Add(lot.Key, new(lot.Key, won, won && await DifferAsync([.. lot.Select(r => r.CaseId)], cancellation)));
        }

        return
        [
            .. draw.Ranking.Select(r => new ResultRow(
                r.CaseId, r.Rank, r.Won, null, shared.GetValueOrDefault(r.Number))),
            .. rows.Where(r => r.Exclusion is not null).Select(r => new ResultRow(
                r.CaseId, r.Number > 0 ? ranks[r.Number].Rank : 0, false, r.Exclusion,
                shared.GetValueOrDefault(r.Number))),
        ];
    }

    /// <summary>The results of the entries that share a lot, the first one first.</summary>
    public async Task<IReadOnlyList<ResultRow>> MembersAsync(
        RoundId round, int lot, CancellationToken cancellation = default) =>
        await WhereAsync(round, r => r.Shared?.Number == lot, cancellation);

    /// <summary>The same of several lots at once: the results of a round are long, and are read once for all.</summary>
    public async Task<ILookup<int, ResultRow>> MembersAsync(
        RoundId round, IReadOnlySet<int> lots, CancellationToken cancellation = default) =>
        (await WhereAsync(round, r => r.Shared is { } shared && lots.Contains(shared.Number), cancellation))
            .ToLookup(r => r.Shared!.Number);

    /// <summary>The lots of a round that won and whose entries name different mail addresses.</summary>
    public async Task<IReadOnlyList<ResultRow>> DisputedAsync(
        RoundId round, CancellationToken cancellation = default) =>
        [.. (await rounds.WinnersAsync(round, cancellation)).Where(r => r.Shared is { Disputed: true })];

    /// <summary>
    /// The entry that answers for a lot: the first where it is alone or all name one mail address, else the one that two
    /// people settled; null while nobody has.
    /// </summary>
    public async Task<CaseId?> AnsweringAsync(ResultRow first, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        if (first.Shared is not { } shared)
            return first.CaseId;
        var round = first.CaseId.Round;
        if (await SettledAsync(round, shared.Number, cancellation) is { } settled)
            return settled.Answers;
        return await IsDisputedAsync(await MembersAsync(round, shared.Number, cancellation), cancellation)
            ? null
            : first.CaseId;
    }

    /// <summary>Whether staff have to settle who answers for a lot; of one that lost, in case it is promoted.</summary>
    public async Task<bool> IsDisputedAsync(
        IReadOnlyList<ResultRow> members, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members is [{ Shared: { } shared }, ..]
            && (shared.Disputed
                || (!shared.Won && await DifferAsync([.. members.Select(m => m.CaseId)], cancellation)));
    }

    /// <summary>Which entry two people settled to answer for a lot, or null.</summary>
    public async Task<SettledLot?> SettledAsync(RoundId round, int lot, CancellationToken cancellation = default) =>
        (await records.ReadAsync(RoundRows.Settled(round, lot), cancellation))?.Body;

    /// <summary>
    /// Whether entries name different mail addresses: everything is sent there, so one address is one answer.
    /// </summary>
    public async Task<bool> DifferAsync(IReadOnlyList<CaseId> cases, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var addresses = new HashSet<string>();
        foreach (var id in cases)
        {
            var entry = (await records.ReadAsync(RoundRows.Entry(id), cancellation))!.Body;
            addresses.Add(entry.Form.Email.Trim().ToUpperInvariant());
        }

        return addresses.Count > 1;
    }

    private async Task<List<ResultRow>> WhereAsync(
        RoundId round, Func<ResultRow, bool> wanted, CancellationToken cancellation)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        return await rounds.EachResultAsync(state, cancellation).Where(wanted).ToListAsync(cancellation);
    }
}
