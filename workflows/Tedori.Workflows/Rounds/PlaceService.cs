using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Keeps the ledger of places: plans, carries by a decision of two people, fixes at the sealing, posts results and what
/// comes back. Every write is checked against the double entry. Safe to repeat.
/// </summary>
public sealed class PlaceService(
    IRecords records, EditionCatalog editions, RoundRecords rounds, SharedLots lots, CaseCommandHandler cases, IClock clock)
{
    private const string ByRules = "programme";

    /// <summary>The ledger of an edition.</summary>
    public async Task<PlaceLedger> LedgerAsync(string edition, CancellationToken cancellation = default) =>
        (await records.ReadAsync(PlaceRows.Ledger(edition), cancellation))?.Body ?? PlaceLedger.Empty;

    /// <summary>What everybody is told of the places of every round of every edition.</summary>
    public async Task<IReadOnlyDictionary<RoundId, PublicPlaces>> ToldAsync(CancellationToken cancellation = default)
    {
        var told = new Dictionary<RoundId, PublicPlaces>();
        foreach (var edition in editions.All)
        {
            var ledger = await LedgerAsync(edition.Id, cancellation);
            foreach (var round in edition.Rounds)
                told[new(edition.Id, round.Number)] = PublicPlaces.Of(edition, round, ledger);
        }

        return told;
    }

    /// <summary>All postings of a round, in order.</summary>
    public async Task<IReadOnlyList<PlacePosting>> PostingsAsync(
        RoundId round, CancellationToken cancellation = default) =>
        await records.BodiesAsync(PlaceRows.PostingsOf(round), cancellation).ToListAsync(cancellation);

    /// <summary>The statement of a round, as far as it is posted.</summary>
    public async Task<QuotaStatement> StatementAsync(RoundId round, CancellationToken cancellation = default) =>
        (await LedgerAsync(round.Edition, cancellation)).Book.StatementOf(round.Number);

    /// <summary>What could be carried into a round now.</summary>
    public async Task<IReadOnlyList<FreePlaces>> ProposeAsync(
        RoundId round, CancellationToken cancellation = default) =>
        (await SettledAsync(round, cancellation)).Propose(round.Number);

    /// <summary>The proposal in Japanese sentences: what is free and why, and what is not known yet.</summary>
    public async Task<IReadOnlyList<string>> AdviceAsync(RoundId round, CancellationToken cancellation = default)
    {
        var book = (await SettledAsync(round, cancellation)).Book;
        var published = new List<QuotaStatement>();
        foreach (var earlier in await PublishedBeforeAsync(round, cancellation))
            published.Add(book.StatementOf(earlier.Number));
        return CarryAdvice.Explain(editions.Of(round), round.Number, published, clock.GetCurrentInstant());
    }

    /// <summary>Carries places without writing: how many of them winners had given back, or a refusal.</summary>
    public async Task<(int Returned, Refusal? Refusal)> TryCarryAsync(
        RoundId round, int from, int count, CancellationToken cancellation = default)
    {
        var (_, moves, refusal) = (await SettledAsync(round, cancellation)).Carry(
            new(from, round.Number, count, clock.GetCurrentInstant(), "", ""));
        return (moves.Where(m => m.Cause == PlaceCause.CarriedReturned).Sum(m => m.Count), refusal);
    }

    /// <summary>Gives a round its planned places. Once.</summary>
    public Task OpenAsync(RoundId round, int planned, CancellationToken cancellation = default) =>
        ChangeAsync(round.Edition, ledger => ledger.Book.Of(round.Number, PlaceCause.Planned) > 0
            ? (ledger, [])
            : Posted(ledger, Posting(round, PlaceCause.Planned, planned)), cancellation);

    /// <summary>
    /// Carries places into a round; a refusal where the rules forbid it. The same key again is a no-op.
    /// </summary>
    /// <param name="key">
    /// Key of the decision: what bears another is another decision, also where it says the same.
    /// </param>
    /// <param name="round">The round that gets them.</param>
    /// <param name="from">Number of the round that did not use them.</param>
    /// <param name="count">How many.</param>
    /// <param name="signed">Who proposed and who approved.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<Refusal?> CarryAsync(
        string key, RoundId round, int from, int count, Signatures signed,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signed);
        if (editions.Of(round).SecondPerson.Check(StaffAct.CarryPlaces, signed) is { } missing)
            return missing;
        foreach (var earlier in await PublishedBeforeAsync(round, cancellation))
            await SettleAsync(earlier, cancellation);
        var posting = new CarryPosting(
            from, round.Number, count, clock.GetCurrentInstant(), signed.Proposer.Name, signed.Approver.Name, key,
            signed);
        Refusal? refusal = null;
        await ChangeAsync(round.Edition, ledger =>
        {
            (ledger, var moves, refusal) = ledger.Carry(posting);
            return (ledger, moves);
        }, cancellation);
        return refusal;
    }

    /// <summary>Fixes the places of a round and answers with those carried in.</summary>
    public async Task<int> SealAsync(RoundId round, CancellationToken cancellation = default) =>
        (await ChangeAsync(round.Edition, ledger => (ledger.Seal(round.Number), []), cancellation)).CarriedInto(
            round.Number);

    /// <summary>Posts how many won and how many places had no entry. Once.</summary>
    public Task PostResultAsync(RoundState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ChangeAsync(state.Id.Edition, ledger =>
        {
            if (ledger.Book.Of(state.Id.Number, PlaceCause.Won)
                + ledger.Book.Of(state.Id.Number, PlaceCause.Unfilled) > 0)
                return (ledger, []);
            var offered = ledger.Book.Balance(state.Id.Number, PlaceAccount.Offered);
            return Posted(
                ledger, Posting(state.Id, PlaceCause.Won, state.Won),
                Posting(state.Id, PlaceCause.Unfilled, offered - state.Won));
        }, cancellation);
    }

    /// <summary>Posts what came of the winners since the last time. Settling again gives nothing.</summary>
    public async Task SettleAsync(RoundId round, CancellationToken cancellation = default)
    {
        var holders = await HoldersAsync(round, cancellation);
        await ChangeAsync(round.Edition, async ledger =>
        {
            var missing = PlaceSettlement.Of(
                round.Number, ledger.Book, await PostingsAsync(round, cancellation), holders,
                clock.GetCurrentInstant());
            return (ledger.Post(missing), missing);
        }, cancellation);
    }

    /// <summary>Posts that the next of a ranking got a place which had been given back. Once for each case.</summary>
    public Task PromoteAsync(CaseId caseId, string approvedBy, CancellationToken cancellation = default) =>
        ChangeAsync(caseId.Round.Edition, async ledger =>
        {
            var posted = await PostingsAsync(caseId.Round, cancellation);
            return posted.Any(p => p.Cause == PlaceCause.Promoted && p.Subject == caseId.ToString())
                ? (ledger, [])
                : Posted(ledger, Posting(caseId.Round, PlaceCause.Promoted,
                    1) with
                { Subject = caseId.ToString(), ApprovedBy = approvedBy });
        }, cancellation);

    private PlacePosting Posting(RoundId round, PlaceCause cause, int count) =>
        new(round.Number, cause, count, round.ToString(), clock.GetCurrentInstant(), ByRules, round.Number);

    private static (PlaceLedger, IReadOnlyList<PlacePosting>) Posted(PlaceLedger ledger, params PlacePosting[] postings)
    {
        var moves = postings.Where(p => p.Count > 0).ToList();
        return (ledger.Post(moves), moves);
    }

    private Task<PlaceLedger> ChangeAsync(
        string edition, Func<PlaceLedger, (PlaceLedger, IReadOnlyList<PlacePosting>)> change,
        CancellationToken cancellation) =>
        ChangeAsync(edition, ledger => Task.FromResult(change(ledger)), cancellation);

    private async Task<PlaceLedger> ChangeAsync(
        string edition, Func<PlaceLedger, Task<(PlaceLedger, IReadOnlyList<PlacePosting>)>> change,
        CancellationToken cancellation)
    {
        while (true)
        {
            var (ledger, whole) = await records.ChangeAsync(
                PlaceRows.Ledger(edition), row => PostAsync(edition, row, change), cancellation);
            if (whole)
                return ledger;
        }
    }

    // The postings of a large settlement come in several commits; the ledger of each is what its postings make.
    private static async Task<Change<PlaceLedger, (PlaceLedger Ledger, bool Whole)>> PostAsync(
        string edition, PlaceLedger? row, Func<PlaceLedger, Task<(PlaceLedger, IReadOnlyList<PlacePosting>)>> change)
    {
        var before = row ?? PlaceLedger.Empty;
        var (after, moves) = await change(before);
        if (after == before)
            return new(row, (after, true));
        var first = moves.Take(IRecords.MostWrites - 1).ToList();
        var whole = first.Count == moves.Count;
        return new(whole ? after : before.Post(first), (after, whole),
            [.. first.Select((p, i) => PlaceRows.Posting(edition, p.Round, before.Posted + i + 1).Insert(p))]);
    }

    /// <summary>The ledger as it would be if what came of the winners of earlier rounds were settled now, without writing.</summary>
    public async Task<PlaceLedger> SettledAsync(RoundId round, CancellationToken cancellation = default)
    {
        var ledger = await LedgerAsync(round.Edition, cancellation);
        foreach (var earlier in await PublishedBeforeAsync(round, cancellation))
        {
            ledger = ledger.Post(PlaceSettlement.Of(
                earlier.Number, ledger.Book, await PostingsAsync(earlier, cancellation),
                await HoldersAsync(earlier, cancellation), clock.GetCurrentInstant()));
        }

        return ledger;
    }

    private async Task<List<RoundId>> PublishedBeforeAsync(RoundId round, CancellationToken cancellation)
    {
        var published = new List<RoundId>();
        foreach (var earlier in editions.Of(round).Rounds.Where(r => r.Number < round.Number))
        {
            var id = round with { Number = earlier.Number };
            if ((await rounds.StateAsync(id, cancellation)).State.Phase == RoundPhase.Published)
                published.Add(id);
        }

        return published;
    }

    private async Task<List<(CaseId, Outcome?)>> HoldersAsync(RoundId round, CancellationToken cancellation)
    {
        var outcomes = new List<(CaseId, Outcome?)>();
        foreach (var result in await rounds.WinnersAsync(round, cancellation))
            outcomes.Add(await HolderAsync(result, cancellation));
        foreach (var posting in (await PostingsAsync(round, cancellation)).Where(p => p.Cause == PlaceCause.Promoted))
            outcomes.Add(await HolderAsync(CaseId.Parse(posting.Subject), cancellation));
        return outcomes;
    }

    // A disputed lot holds its place, whoever of it leaves, until it is settled who answers.
    private async Task<(CaseId, Outcome?)> HolderAsync(ResultRow won, CancellationToken cancellation)
    {
        if (won.Shared is not { Disputed: true } shared)
            return await HolderAsync(won.CaseId, cancellation);
        return await lots.SettledAsync(won.CaseId.Round, shared.Number, cancellation) is { } settled
            ? await HolderAsync(settled.Answers, cancellation)
            : (won.CaseId, null);
    }

    private async Task<(CaseId, Outcome?)> HolderAsync(CaseId holder, CancellationToken cancellation) =>
        (holder, (await cases.ReadAsync(holder, cancellation))?.State.Outcome);
}
