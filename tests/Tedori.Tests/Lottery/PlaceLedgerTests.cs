using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;

namespace Tedori.Tests.Lottery;

public sealed class PlaceLedgerTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70007).WithMaxTest(500);
    private static readonly FreePlaces[] Free = [new(3, 56, 4), new(1, 0, 10), new(4, 20, 0)];

    [Fact]
    public void Propose_EarlierRoundsWithFreePlaces_AreListedByNumber() =>
        Assert.Equal([new(1, 0, 10), new(3, 56, 4)], PlaceLedger.Empty.Propose(4, Free));

    [Fact]
    public void Propose_AfterACarry_TakesUnfilledPlacesFirstThenFreed()
    {
        var ledger = Carry(PlaceLedger.Empty, 3, 4, 58);
        Assert.Equal([new(1, 0, 10), new(3, 0, 2)], ledger.Propose(4, Free));
        Assert.Equal(58, ledger.CarriedInto(4));
        Assert.Equal(58, ledger.CarriedFrom(3));
    }

    [Fact]
    public void Propose_RoundWithNothingLeft_IsLeftOut() =>
        Assert.Equal([new(1, 0, 10)], Carry(PlaceLedger.Empty, 3, 4, 60).Propose(4, Free));

    [Fact]
    public void Carry_IntoASealedRound_IsRefused()
    {
        var ledger = PlaceLedger.Empty.Seal(4);
        var (after, refusal) = ledger.Carry(Posting(3, 4, 1), Free);
        Assert.Equal("roundSealed", refusal?.Code);
        Assert.Same(ledger, after);
    }

    [Fact]
    public void Carry_ByOnePerson_IsRefused()
    {
        var (after, refusal) = PlaceLedger.Empty.Carry(Posting(3, 4, 1) with { ConfirmedBy = "担当者" }, Free);
        Assert.Equal("secondPersonMissing", refusal?.Code);
        Assert.Empty(after.Postings);
    }

    [Theory]
    [InlineData(3, 4, 61)]
    [InlineData(3, 4, 0)]
    [InlineData(3, 4, -1)]
    [InlineData(2, 4, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(4, 3, 1)]
    public void Carry_WhatIsNotFree_IsRefused(int from, int to, int count)
    {
        var (after, refusal) = PlaceLedger.Empty.Carry(Posting(from, to, count), Free);
        Assert.Equal("placesNotFree", refusal?.Code);
        Assert.Empty(after.Postings);
    }

    [Fact]
    public void Carry_SecondTimeMoreThanIsLeft_IsRefused()
    {
        var ledger = Carry(PlaceLedger.Empty, 3, 4, 50);
        Assert.Equal("placesNotFree", ledger.Carry(Posting(3, 5, 11), Free).Refusal?.Code);
        Assert.Equal(2, Carry(ledger, 3, 5, 10).Postings.Count);
    }

    [Fact]
    public void Carry_Repeated_IsNothingEvenAfterTheSealing()
    {
        var ledger = Carry(PlaceLedger.Empty, 3, 4, 5).Seal(4);
        var again = Posting(3, 4, 5) with { At = Tokyo.At("2025-08-20T10:00:30") };
        var (after, refusal) = ledger.Carry(again, Free);
        Assert.Null(refusal);
        Assert.Same(ledger, after);
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
            PlaceLedger.Empty.Seal(4).Carry(Posting(3, 4, 1), Free).Refusal,
            PlaceLedger.Empty.Carry(Posting(3, 4, 99), Free).Refusal,
            PlaceLedger.Empty.Carry(Posting(3, 4, 1) with { ConfirmedBy = "担当者" }, Free).Refusal,
        };
        Assert.All(refusals, r => Assert.EndsWith("。", r!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Carry_AnySequence_NeverGivesAwayMoreThanIsFreeAndBalances()
    {
        var carry =
            from source in Gen.Choose(1, 9)
            from target in Gen.Choose(1, 10)
            from count in Gen.Choose(-2, 30)
            from seal in Gen.Choose(0, 9)
            select (source, target, count, seal);
        Check.One(Fixed, Prop.ForAll(Gen.ListOf(carry, 25).ToArbitrary(), moves =>
        {
            var free = Enumerable.Range(1, 9).Select(r => new FreePlaces(r, r * 3, r)).ToList();
            var ledger = PlaceLedger.Empty;
            foreach (var (from, to, count, seal) in moves)
            {
                var fixedPlaces = ledger.CarriedInto(to);
                var wasSealed = ledger.Sealed.Contains(to);
                ledger = ledger.Carry(Posting(from, to, count), free).Ledger;
                if (wasSealed && ledger.CarriedInto(to) != fixedPlaces)
                    return false;
                ledger = seal == 0 ? ledger.Seal(to) : ledger;
            }

            return free.All(f => ledger.CarriedFrom(f.Round) <= f.Unfilled + f.Freed)
                && ledger.Postings.All(p => p.From < p.To && p.Count > 0)
                && Enumerable.Range(1, 10).Sum(ledger.CarriedInto) == Enumerable.Range(1, 10).Sum(ledger.CarriedFrom);
        }));
    }

    private static PlaceLedger Carry(PlaceLedger ledger, int from, int to, int count)
    {
        var (after, refusal) = ledger.Carry(Posting(from, to, count), Free);
        Assert.Null(refusal);
        return after;
    }

    private static CarryPosting Posting(int from, int to, int count) =>
        new(from, to, count, Tokyo.At("2025-08-20T10:00:00"), "担当者", "承認者");
}
