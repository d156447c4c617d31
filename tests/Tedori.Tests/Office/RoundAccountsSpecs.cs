using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Tests.Cases;
using Tedori.Tests.Workflows;

namespace Tedori.Tests.Office;

public sealed class RoundAccountsSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Account_OfAPublishedRound_BalancesWithWhoeverLeft()
    {
        await office.WithWinnersAsync(5);
        await office.RegisterAsync(2);
        await office.DoAsync(1, new CaseCommand.Decline(office.Bureau.Clock.Now, "都合"));
        await office.DecideAsync(new ProposedAction.FailEligibility(new(Bureau.First, 2), "要件"));
        await office.DoAsync(3, new CaseCommand.PassTime(Tokyo.At("2025-06-24T00:00:00")));

        var account = await office.Accounts.OfAsync(Bureau.First);

        Assert.Equal((140, 5, 135, 1, 1, 1), (account.Planned, account.Won, account.Unfilled, account.Declined, account.Failed, account.Lapsed));
        Assert.Equal((2, 138, 0), (account.Held, account.Free, account.Offered));
        Assert.True(account.Balances);
    }

    [Fact]
    public async Task Carry_ApprovedByASecondPerson_StandsOnBothSides()
    {
        await office.WithWinnersAsync(5);

        Assert.Null(Assert.Single(await office.DecideAsync(new ProposedAction.CarryPlaces(Second, 1, 30))).Refusal);

        var (from, to) = (await office.Accounts.OfAsync(Bureau.First), await office.Accounts.OfAsync(Second));
        Assert.Equal((30, 105), (from.CarriedTo, from.Free));
        Assert.Equal((30, 170), (to.CarriedFrom, to.Offered));
        Assert.True(from.Balances && to.Balances);
    }

    [Fact]
    public async Task Carry_OfMoreThanIsFree_HasItsRefusalAsVerdict()
    {
        await office.WithWinnersAsync(5);

        Assert.Equal("placesNotFree", Assert.Single(await office.DecideAsync(new ProposedAction.CarryPlaces(Second, 1, 136))).Refusal?.Code);
    }

    [Fact]
    public async Task Extension_OfARound_ReachesEveryRunningCase()
    {
        await office.WithWinnersAsync(3);
        var date = Tokyo.Day("2025-06-19");

        await office.DecideAsync(new ProposedAction.ExtendRound(Bureau.First, Step.CompanyRegistration, date, null, "災害のため: 大雨"));

        for (var serial = 1; serial <= 3; serial++)
            Assert.Equal(date, (await office.Bureau.CaseAsync(serial)).Extensions[Step.CompanyRegistration]);
    }
}
