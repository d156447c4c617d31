using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Office;

namespace Tedori.Tests.Approvals;

/// <summary>Places that are given to a later round by two people.</summary>
public sealed class CarryActionsSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Carry_ApprovedByASecondPerson_StandsOnBothSides()
    {
        await office.WithWinnersAsync(5);

        Assert.Null(Assert.Single(await office.DecideAsync(new ProposedAction.CarryPlaces(Second, 1, 30))).Refusal);

        var (from, to) = (
            await office.Office.Places.StatementAsync(TestOffice.First), await office.Office.Places.StatementAsync(Second));
        Assert.Equal((30, 105), (from.CarriedOut, from.Free));
        Assert.Equal(30, to.CarriedIn);
        Assert.True(from.Balances);
    }

    [Fact]
    public async Task Carry_ProposedTwiceByTheSameTwo_IsDoneTwiceHoweverOftenEachIsConfirmed()
    {
        await office.WithWinnersAsync(5);
        var carry = new ProposedAction.CarryPlaces(Second, 1, 30);

        Assert.Null(Assert.Single(await office.DecideAsync(carry)).Refusal);
        Assert.Null(Assert.Single(await office.DecideAsync(carry)).Refusal);
        await office.Proposals.ApproveAsync("p1", ActingOffice.Endo);
        await office.Proposals.ApproveAsync("p2", ActingOffice.Endo);

        Assert.Equal(60, (await office.Office.Places.StatementAsync(Second)).CarriedIn);
    }

    [Fact]
    public async Task Carry_WhoseVerdictWasLost_IsNotDoneOnceMore()
    {
        await office.WithWinnersAsync(5);
        await office.Proposals.ProposeAsync(
            "p1", [new ProposedAction.CarryPlaces(Second, 1, 30)], "試験", ActingOffice.Ito);
        await office.Proposals.ApproveAsync("p1", ActingOffice.Endo);
        // The places are carried, and the process ends before it keeps the verdict.
        office.Office.Records.FailCommit(2, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => ActingOffice.RunAsync(office.Actions, "p1"));
        Assert.Equal(30, (await office.Office.Places.StatementAsync(Second)).CarriedIn);
        Assert.Empty(await office.Proposals.VerdictsAsync("p1"));

        await ActingOffice.RunAsync(office.Actions, "p1");

        Assert.Equal(30, (await office.Office.Places.StatementAsync(Second)).CarriedIn);
        Assert.Null(Assert.Single(await office.Proposals.VerdictsAsync("p1")).Refusal);
    }

    [Fact]
    public async Task Carry_OfMoreThanIsFree_HasItsRefusalAsVerdict()
    {
        await office.WithWinnersAsync(5);

        Assert.Equal("placesNotFree",
            Assert.Single(await office.DecideAsync(new ProposedAction.CarryPlaces(Second, 1, 136))).Refusal?.Code);
    }

    [Theory]
    [InlineData(135, 0)]
    [InlineData(136, 1)]
    [InlineData(139, 4)]
    [InlineData(140, 0)]
    public async Task Carry_OfFewPlacesThatWinnersGaveBack_SaysBeforeWhatItTells(int count, int told)
    {
        await office.WithWinnersAsync(5);
        foreach (var serial in Enumerable.Range(1, 5))
            await office.Office.Cases.HandleAsync(
                new(TestOffice.First, serial), new CaseCommand.Decline(office.Office.Now, "都合"));

        var preview = Assert.Single(await office.Actions.PreviewAsync([new ProposedAction.CarryPlaces(Second, 1, count)]));

        Assert.Null(preview.Refusal);
        Assert.Equal(told > 0, preview.Effect.Contains($"第1回の当選者のうち{told}社が辞退・不通過・徒過", StringComparison.Ordinal));
        Assert.Equal(told > 0, preview.Effect.Contains("5社以上になってから", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Carry_OfMoreThanIsFree_IsRefusedInTheDryRun()
    {
        await office.WithWinnersAsync(5);

        Assert.Equal("placesNotFree", Assert.Single(
            await office.Actions.PreviewAsync([new ProposedAction.CarryPlaces(Second, 1, 136)])).Refusal?.Code);
    }
}
