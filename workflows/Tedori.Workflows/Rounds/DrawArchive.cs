using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Reads what is published of a round's draw, and what one company gets to check its own entry. Writes nothing.
/// </summary>
public sealed class DrawArchive(RoundRecords rounds, FrozenLists lists)
{
    /// <summary>Everything published of a round, made of what is stored; null before its list is frozen.</summary>
    public async Task<DrawFile?> FileAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        if (state.Phase < RoundPhase.Sealed || await rounds.ListAsync(round, cancellation) is not var (list, _))
            return null;
        var draws = new List<PublishedDraw>();
        foreach (var row in await rounds.DrawsAsync(round, cancellation))
            draws.Add(await PublishedAsync(round, list, row, cancellation));
        if (state.Phase == RoundPhase.Sealed)
            draws.Add(await AnnouncedAsync(state, cancellation));
        return new(DrawFile.CurrentFormat, round, SealingOf(state, list), list.Leaves, draws);
    }

    /// <summary>
    /// The proof of a case's entry; null before the list is frozen and where the entry takes no part. Its rank comes
    /// with it from the release of the result on.
    /// </summary>
    public async Task<EntryProof?> ProofAsync(CaseId caseId, CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(caseId.Round, cancellation);
        // No token: others wait for the same list.
        if (state.Phase < RoundPhase.Sealed || await lists.OfAsync(state, () => FrozenAsync(state)) is not { } frozen)
            return null;
        if (frozen.Find(caseId) is not { Number: > 0 } row)
            return null;
        var salt = SealedEntry.SaltOf(caseId, await rounds.SecretAsync(caseId.Round, cancellation));
        return EntryProof.Of(
            frozen.List, new SealedEntry(row.Number, caseId, row.ReceivedAt, salt),
            await RankAsync(state, frozen, row.Number, cancellation));
    }

    private async Task<FrozenList?> FrozenAsync(RoundState state)
    {
        if (await rounds.ListAsync(state.Id) is not var (list, rows))
            return null;
        if (state.Phase < RoundPhase.Drawn)
            return new(list, rows, null);
        var ranks = new int[list.Entries.Count + 1];
        var frozen = new FrozenList(list, rows, ranks);
        await foreach (var result in rounds.EachResultAsync(state))
        {
            if (result.Exclusion is null)
                ranks[frozen.Find(result.CaseId)!.Number] = result.Rank;
        }

        return frozen;
    }

    private async Task<ProvenRank?> RankAsync(
        RoundState state, FrozenList frozen, int number, CancellationToken cancellation)
    {
        if (state.Phase < RoundPhase.Released)
            return null;
        var draw = (await rounds.DrawsAsync(state.Id, cancellation))[^1];
        var key = Draw.KeyOf(state.Id, frozen.List.Leaves[number - 1], draw.Value.Randomness.ToBytes());
        var rank = frozen.Ranks![number];
        return new(draw.Number, draw.Value.Randomness, rank, key, draw.Places, rank <= draw.Places);
    }

    private static PublishedSealing SealingOf(RoundState state, SealedList list) => new(
        state.SealedAt!.Value, state.Entries, state.Excluded, list.Entries.Count, MerkleTree.Algorithm,
        Hash256.Parse(state.Digest!), state.Places, state.CarriedIn, state.Chain);

    private async Task<PublishedDraw> AnnouncedAsync(RoundState state, CancellationToken cancellation) => new(
        state.Draw, Draw.Algorithm, state.AnnouncedAt!.Value, state.Pledge!, state.Places + state.CarriedIn,
        state.Redraw?.Reason, Thrown: await rounds.CommittedAsync(state.Id, state.Draw, cancellation));

    private async Task<PublishedDraw> PublishedAsync(
        RoundId round, SealedList list, DrawRow row, CancellationToken cancellation)
    {
        var numbers = list.Entries.ToDictionary(e => e.CaseId, e => e.Number);
        var seed = row.Value.Randomness.ToBytes();
        var results = await rounds.PagesAsync(RoundRows.ResultsOf(round, row.Number), cancellation);
        var ranking = results.Where(r => r.Exclusion is null).Select(r => new RankedLine(
            r.Rank, numbers[r.CaseId], Draw.KeyOf(round, list.Leaves[numbers[r.CaseId] - 1], seed), r.Won)).ToList();
        return new(
            row.Number, row.Algorithm, row.AnnouncedAt, row.Beacon, row.Places, row.Redraw?.Reason, row.DrawnAt,
            row.Value, ranking, row.Thrown);
    }
}
