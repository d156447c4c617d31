using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// What two people decide about entries that only look like one company, before the list is sealed. Undecided ones stay
/// apart, and those that share a strong key stay together. About an entry and one of another round that was drawn, <see cref="DrawnBefore"/>.
/// </summary>
public sealed class EntryJoins(IRecords records, RoundRecords rounds, DrawnBefore before)
{
    /// <summary>Whether the two can be decided about, or why not.</summary>
    public async Task<Refusal?> CheckAsync(CaseId first, CaseId second, CancellationToken cancellation = default)
    {
        if (first.Round.Edition != second.Round.Edition || first == second)
            return new("notTwoEntries", "同じ年度の異なる2件のエントリーを指定してください。");
        if (first.Round != second.Round)
            return await before.CheckAsync(first, second, cancellation);
        foreach (var id in new[] { first, second })
        {
            if (!await records.ExistsAsync(RoundRows.Entry(id), cancellation))
                return NoSuchCase(id);
        }

        return (await rounds.StateAsync(first.Round, cancellation)).State.Phase >= RoundPhase.Sealed
            ? Sealed(first.Round)
            : null;
    }

    /// <summary>Keeps a decision; a later one about the same two takes its place. Nothing after the sealing.</summary>
    public async Task<Refusal?> DecideAsync(JoinDecision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await CheckAsync(decision.First, decision.Second, cancellation) is { } refusal)
            return refusal;
        if (decision.First.Round != decision.Second.Round)
            return await before.DecideAsync(decision, cancellation);
        if (decision.First.Serial > decision.Second.Serial)
            decision = decision with { First = decision.Second, Second = decision.First };
        var round = decision.First.Round;
        var row = RoundRows.Join(round, decision.First.Serial, decision.Second.Serial);
        // With the counter, which the sealing replaces first: what comes later than it finds the list sealed.
        return await records.ChangeAsync(RoundRows.Counter(round), counter => counter is { Sealed: true }
            ? new Change<CounterRow, Refusal?>(counter, Sealed(round))
            : new(counter ?? CounterRow.Start, null, [row.Upsert(decision)]), cancellation);
    }

    /// <summary>All decisions of a round.</summary>
    public async Task<IReadOnlyList<JoinDecision>> OfAsync(RoundId round, CancellationToken cancellation = default) =>
        await records.BodiesAsync(RoundRows.JoinsOf(round), cancellation).ToListAsync(cancellation);

    internal static Refusal NoSuchCase(CaseId id) => new("noSuchCase", $"受付番号{id}の申請はありません。番号を確認してください。");

    internal static Refusal Sealed(RoundId round) =>
        new("listSealed", $"第{round.Number}回の名簿は封印されたため、まとめることも分けることもできません。");
}
