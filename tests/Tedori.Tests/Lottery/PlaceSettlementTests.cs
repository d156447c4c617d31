using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Lottery;

/// <summary>What is posted of one winner whose end is another one than when it was settled last.</summary>
public sealed class PlaceSettlementTests
{
    private static readonly CaseId Case = CaseId.Parse("r7-09-00143");

    private readonly List<PlacePosting> posted = [];
    private PlaceLedger ledger = PlaceLedger.Empty;

    public PlaceSettlementTests() => Post(
        Of(PlaceCause.Planned, 20), Of(PlaceCause.Won, 20), Of(PlaceCause.Unfilled, 0));

    [Theory]
    [InlineData(Outcome.Declined, PlaceCause.Declined)]
    [InlineData(Outcome.Retracted, PlaceCause.Retracted)]
    [InlineData(Outcome.Abandoned, PlaceCause.Abandoned)]
    [InlineData(Outcome.Ineligible, PlaceCause.Ineligible)]
    public void Of_OneWhoLapsedAndWasRevivedAndLeftBeforeAnybodySettled_IsWhatItBecame(Outcome end, PlaceCause cause)
    {
        Settle(Outcome.Lapsed);

        Assert.Equal([PlaceCause.Reinstated, cause], Settle(end));

        var statement = ledger.Book.StatementOf(9);
        Assert.Equal((0, 1), (statement.Lapsed, statement.Declined + statement.Ineligible));
        Assert.Empty(Settle(end));
    }

    [Fact]
    public void Of_OneWhosePlaceWasGivenOnMeanwhile_IsRevivedBeyondThePlanAndGivesThatBack()
    {
        Settle(Outcome.Lapsed);
        var (carried, moves, _) = ledger.Carry(new(9, 10, 1, Now, "甲", "乙"));
        ledger = carried;
        posted.AddRange(moves);

        Assert.Equal([PlaceCause.ReinstatedBeyondPlan, PlaceCause.Declined], Settle(Outcome.Declined));

        Assert.Equal(1, ledger.Book.StatementOf(9).BeyondPlan);
        Assert.Equal(1, ledger.Book.Balance(9, PlaceAccount.Returned));
    }

    [Theory]
    [InlineData(null, PlaceCause.Reinstated)]
    [InlineData(Outcome.Granted, PlaceCause.Reinstated)]
    [InlineData(Outcome.Lapsed, null)]
    public void Of_OneWhoLapsed_ThenHoldsItsPlaceOrNot(Outcome? end, PlaceCause? cause)
    {
        Settle(Outcome.Lapsed);

        Assert.Equal(cause is { } one ? [one] : [], Settle(end));
    }

    private static Instant Now => Tokyo.At("2026-02-18T10:57:00");

    private static PlacePosting Of(PlaceCause cause, int count) => new(9, cause, count, "r7-09", Now, "programme", 9);

    private List<PlaceCause> Settle(Outcome? end)
    {
        var missing = PlaceSettlement.Of(9, ledger.Book, posted, [(Case, end)], Now);
        Post([.. missing]);
        return [.. missing.Select(p => p.Cause)];
    }

    private void Post(params PlacePosting[] postings)
    {
        var moves = postings.Where(p => p.Count > 0).ToList();
        posted.AddRange(moves);
        ledger = ledger.Post(moves);
    }
}
