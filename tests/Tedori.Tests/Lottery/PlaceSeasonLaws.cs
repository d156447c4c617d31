using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Outcome = Tedori.Programme.Outcome;

namespace Tedori.Tests.Lottery;

/// <summary>
/// The ledger of places over seasons of chance: carries of any size, winners that leave, lapse and come back.
/// </summary>
public sealed class PlaceSeasonLaws
{
    private const int Rounds = 10;
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70007).WithMaxTest(300);

    private static readonly Gen<(int Entries, int From, int Count, int[] Ends)> Round =
        from entries in Gen.Choose(0, 40)
        from source in Gen.Choose(1, 9)
        from count in Gen.Choose(-1, 25)
        from ends in Gen.ArrayOf(Gen.Choose(0, 11), 40)
        select (entries, source, count, ends);

    [Fact]
    public void Ledger_AnySeason_BalancesAfterEveryPostingAndLosesNoPlace() =>
        Check.One(Fixed, Prop.ForAll(Gen.ArrayOf(Round, Rounds).ToArbitrary(), season =>
        {
            var ledger = PlaceLedger.Empty;
            var posted = new List<PlacePosting>();
            for (var round = 1; round <= Rounds; round++)
                ledger = Play(ledger, posted, round, season[round - 1], season[..round]);
            return Holds(ledger, posted);
        }));

    [Fact]
    public void Settle_Again_GivesNothing() =>
        Check.One(Fixed, Prop.ForAll(Round.ToArbitrary(), round =>
        {
            var posted = new List<PlacePosting>();
            var ledger = Play(PlaceLedger.Empty, posted, 1, round, [round]);
            return PlaceSettlement.Of(1, ledger.Book, posted, Holders(ledger, 1, round.Ends), Now).Count == 0;
        }));

    private static NodaTime.Instant Now => Tokyo.At("2025-08-20T10:00:00");

    private static PlaceLedger Play(
        PlaceLedger ledger, List<PlacePosting> posted, int round, (int Entries, int From, int Count, int[] Ends) plan,
        (int Entries, int From, int Count, int[] Ends)[] season)
    {
        ledger = Post(ledger, posted, [Of(round, PlaceCause.Planned, 20)]);
        var (carried, moves, _) = ledger.Carry(new(plan.From, round, plan.Count, Now, "甲", "乙"));
        posted.AddRange(moves);
        ledger = carried.Seal(round);
        var offered = ledger.Book.Balance(round, PlaceAccount.Offered);
        var won = Math.Min(plan.Entries, offered);
        ledger = Post(ledger, posted, [Of(round, PlaceCause.Won, won), Of(round, PlaceCause.Unfilled, offered - won)]);
        // Whatever became of the winners of this round and of the one before, which may have changed its mind.
        foreach (var settled in new[] { round, round - 1 }.Where(r => r >= 1))
        {
            var ends = season[settled - 1].Ends.Select(e => settled == round ? e : (e * 7) % 12).ToArray();
            ledger = Post(ledger, posted, PlaceSettlement.Of(
                settled, ledger.Book, posted.Where(p => p.Round == settled), Holders(ledger, settled, ends), Now));
        }

        return ledger;
    }

    private static PlaceLedger Post(PlaceLedger ledger, List<PlacePosting> posted, IEnumerable<PlacePosting> postings)
    {
        var moves = postings.Where(p => p.Count > 0).ToList();
        posted.AddRange(moves);
        return ledger.Post(moves);
    }

    private static bool Holds(PlaceLedger ledger, List<PlacePosting> posted)
    {
        var statements = Enumerable.Range(1, Rounds).Select(ledger.Book.StatementOf).ToList();
        // Counted from the postings alone, account by account.
        var accounts = posted.SelectMany(p => new[] { (p.Round, p.Debit, -p.Count), (p.To, p.Credit, p.Count) })
            .GroupBy(m => (m.Item1, m.Item2)).ToDictionary(g => g.Key, g => g.Sum(m => m.Item3));
        return statements.All(s => s.Balances)
            && statements.Sum(s => s.CarriedIn) == statements.Sum(s => s.CarriedOut)
            && statements.Sum(s => s.Held + s.Free) == (20 * Rounds) + statements.Sum(s => s.BeyondPlan)
            && posted.Count == ledger.Posted
            && accounts.All(a => ledger.Book.Balance(a.Key.Item1, a.Key.Item2) == a.Value)
            && accounts.Values.Sum() == 0
            && accounts.All(a => a.Key.Item2 == PlaceAccount.Plan || a.Value >= 0)
            && ledger.Postings.All(p => p.From < p.To && p.Count > 0);
    }

    private static List<(CaseId, Outcome?)> Holders(PlaceLedger ledger, int round, int[] ends) =>
        [.. Enumerable.Range(0, Math.Min(ledger.Book.Of(round, PlaceCause.Won), ends.Length)).Select(i => (
            new CaseId(new("r7", round), i + 1),
            ends[i] <= (int)Outcome.Refused && ends[i] > (int)Outcome.Excluded ? (Outcome?)ends[i] : null))];

    private static PlacePosting Of(int round, PlaceCause cause, int count) =>
        new(round, cause, count, $"r7-{round:00}", Now, "programme", round);
}
