using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Lottery;

public sealed class PlaceLedgerTests
{
    // Round 1 gave 10 places back, round 3 has 56 unfilled and 4 given back, round 4 has 20 unfilled.
    private static readonly PlaceLedger Free = PlaceLedger.Empty.Post(
    [
        .. Round(1, 140, 140), Posting(1, PlaceCause.Lapsed, 10),
        .. Round(3, 140, 84), Posting(3, PlaceCause.Declined, 4), .. Round(4, 140, 120),
    ]);

    [Fact]
    public void Propose_EarlierRoundsWithFreePlaces_AreListedByNumber() =>
        Assert.Equal([new(1, 0, 10), new(3, 56, 4)], Free.Propose(4));

    [Fact]
    public void Propose_AfterACarry_TakesUnfilledPlacesFirstThenFreed()
    {
        var ledger = Carry(Free, 3, 5, 58);
        Assert.Equal([new(1, 0, 10), new(3, 0, 2)], ledger.Propose(4));
        Assert.Equal(58, ledger.CarriedInto(5));
        Assert.Equal(58, ledger.CarriedFrom(3));
        Assert.Equal(
            (56, 2), (ledger.Book.Of(3, PlaceCause.CarriedUnfilled), ledger.Book.Of(3, PlaceCause.CarriedReturned)));
    }

    [Fact]
    public void Propose_RoundWithNothingLeft_IsLeftOut() =>
        Assert.Equal([new(1, 0, 10)], Carry(Free, 3, 5, 60).Propose(4));

    [Fact]
    public void Carry_IntoASealedRound_IsRefused()
    {
        var ledger = Free.Seal(5);
        var (after, moves, refusal) = ledger.Carry(Posting(3, 5, 1));
        Assert.Equal("roundSealed", refusal?.Code);
        Assert.Same(ledger, after);
        Assert.Empty(moves);
    }

    [Theory]
    [InlineData(3, 5, 61)]
    [InlineData(3, 5, 0)]
    [InlineData(3, 5, -1)]
    [InlineData(2, 5, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(4, 3, 1)]
    public void Carry_WhatIsNotFree_IsRefused(int from, int to, int count)
    {
        var (after, _, refusal) = Free.Carry(Posting(from, to, count));
        Assert.Equal("placesNotFree", refusal?.Code);
        Assert.Empty(after.Postings);
    }

    [Fact]
    public void Carry_SecondTimeMoreThanIsLeft_IsRefused()
    {
        var ledger = Carry(Free, 3, 5, 50);
        Assert.Equal("placesNotFree", ledger.Carry(Posting(3, 6, 11)).Refusal?.Code);
        Assert.Equal(2, Carry(ledger, 3, 6, 10).Postings.Count);
    }

    [Fact]
    public void Carry_Repeated_IsNothingEvenAfterTheSealing()
    {
        var ledger = Free.Carry(Posting(3, 5, 5) with { Key = "p1" }).Ledger.Seal(5);
        var again = Posting(3, 5, 5) with { Key = "p1", At = Tokyo.At("2025-08-20T10:00:30") };
        var (after, moves, refusal) = ledger.Carry(again);
        Assert.Null(refusal);
        Assert.Empty(moves);
        Assert.Same(ledger, after);
    }

    [Theory]
    [InlineData("p1")]
    [InlineData(null)]
    public void Carry_TheSamePlacesByAnotherDecision_CarriesThemOnceMore(string? before)
    {
        var ledger = Free.Carry(Posting(3, 5, 5) with { Key = before }).Ledger;
        var (after, moves, refusal) = ledger.Carry(Posting(3, 5, 5) with { Key = "p2" });
        Assert.Null(refusal);
        Assert.Equal((10, 5), (after.CarriedInto(5), moves.Sum(m => m.Count)));
    }

    [Fact]
    public void Seal_Repeated_IsNothing()
    {
        var ledger = PlaceLedger.Empty.Seal(4);
        Assert.Same(ledger, ledger.Seal(4));
    }

    [Fact]
    public void Refusals_AreJapaneseSentences()
    {
        var refusals = new[]
        {
            Free.Seal(5).Carry(Posting(3, 5, 1)).Refusal,
            Free.Carry(Posting(3, 5, 99)).Refusal,
        };
        Assert.All(refusals, r => Assert.EndsWith("。", r!.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PlaceCause.Lapsed, 141)]
    [InlineData(PlaceCause.Won, 1)]
    [InlineData(PlaceCause.Reinstated, 11)]
    [InlineData(PlaceCause.CarriedUnfilled, 1)]
    public void Post_WhatIsNotThere_Throws(PlaceCause cause, int count)
    {
        var to = cause == PlaceCause.CarriedUnfilled ? 2 : 1;
        Assert.Throws<InvalidOperationException>(() => Free.Post([Posting(1, cause, count) with { To = to }]));
    }

    [Theory]
    [InlineData(PlaceCause.CarriedReturned, 1)]
    [InlineData(PlaceCause.Lapsed, 2)]
    public void Post_ToARoundThatTheCauseCannotReach_Throws(PlaceCause cause, int to) =>
        Assert.Throws<InvalidOperationException>(() => Free.Post([Posting(1, cause, 1) with { To = to }]));

    [Fact]
    public void Statement_ReinstatedAfterThePlaceWasCarried_GoesBeyondThePlanAndBalances()
    {
        var ledger = Carry(Free, 1, 5, 10).Post([Posting(1, PlaceCause.ReinstatedBeyondPlan, 1)]);
        var statement = ledger.Book.StatementOf(1);
        Assert.True(statement.Balances);
        Assert.Equal((131, 9, 10, 1), (statement.Held, statement.Lapsed, statement.CarriedOut, statement.BeyondPlan));
    }

    private static IEnumerable<PlacePosting> Round(int round, int planned, int won)
    {
        yield return Posting(round, PlaceCause.Planned, planned);
        yield return Posting(round, PlaceCause.Won, won);
        if (won < planned)
            yield return Posting(round, PlaceCause.Unfilled, planned - won);
    }

    private static PlacePosting Posting(int round, PlaceCause cause, int count) =>
        new(round, cause, count, $"r7-{round:00}", Tokyo.At("2025-08-20T10:00:00"), "programme", round);

    private static PlaceLedger Carry(PlaceLedger ledger, int from, int to, int count)
    {
        var (after, _, refusal) = ledger.Carry(Posting(from, to, count));
        Assert.Null(refusal);
        return after;
    }

    private static CarryPosting Posting(int from, int to, int count) =>
        new(from, to, count, Tokyo.At("2025-08-20T10:00:00"), "担当者", "承認者");
}
