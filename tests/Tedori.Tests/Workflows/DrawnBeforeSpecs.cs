using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>
/// Somebody enters with a company's name and wins before the company itself does. Two people can say that it is not the
/// company; until they have, who was drawn is out, and what was settled with a company is not undone by itself.
/// </summary>
public sealed class DrawnBeforeSpecs
{
    private const string Impostor = "impostor@example.jp";
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private static readonly CaseId Early = new(TestOffice.First, 1);
    private static readonly CaseId Company = new(Second, 1);
    private readonly TestOffice office = new();

    [Fact]
    public async Task Sealing_OfWhomTwoPeopleSetApart_TakesTheCompanyInAndItWins()
    {
        await WonEarlyAsync();
        await EnterAgainAsync(Sample.Form);
        Assert.Null(await DecideAsync(Early, Company, joined: false));

        await SealAsync();
        await ReleaseAsync();

        Assert.Empty((await office.StateAsync(Second)).Excluded);
        Assert.Equal(Step.CompanyRegistration, (await StateAsync(Company)).Step);
        Assert.Equal(Step.CompanyRegistration, (await StateAsync(Early)).Step);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public async Task Sealing_OfWhomNobodySetApart_LeavesItOut(bool? joined)
    {
        await WonEarlyAsync();
        await EnterAgainAsync(Sample.Form);
        if (joined is { } decided)
            Assert.Null(await DecideAsync(Company, Early, decided));

        await SealAsync();

        Assert.Equal(1, (await office.StateAsync(Second)).Excluded[Exclusion.AlreadySelected]);
    }

    [Fact]
    public async Task Sealing_OfAnotherEntryThanWasSetApart_LeavesItOut()
    {
        await WonEarlyAsync();
        await EnterAgainAsync(Sample.Form);
        await EnterAgainAsync(Sample.Form with { Email = Impostor });
        Assert.Null(await DecideAsync(Early, Company, joined: false));

        await SealAsync();

        Assert.Equal(1, (await office.StateAsync(Second)).Excluded[Exclusion.AlreadySelected]);
        Assert.Equal(1, (await office.StateAsync(Second)).Won);
    }

    [Fact]
    public async Task Decide_AboutWhoWasNotDrawnOrIsSealed_IsRefused()
    {
        await WonEarlyAsync();
        await EnterAgainAsync(Sample.Form);
        await EnterAgainAsync(TestOffice.Form(5));
        Assert.Equal("notDrawnAsThis", (await DecideAsync(Early, new(Second, 2), joined: false))?.Code);
        Assert.Equal("noSuchCase", (await DecideAsync(Early, new(Second, 9), joined: false))?.Code);
        await SealAsync();
        Assert.Equal("listSealed", (await DecideAsync(Early, Company, joined: false))?.Code);
    }

    [Fact]
    public async Task Settle_WhileSomebodyElseWasDrawnInItsName_WaitsForTwoPeopleAndGivesThePlace()
    {
        await HeldAsync();

        Assert.Equal("drawnElsewhere", (await SettleAsync())?.Code);
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(2)).Step);
        Assert.Null(await DecideAsync(Company, new(TestOffice.First, 2), joined: false));
        Assert.Null(await SettleAsync());
        Assert.Null(await SettleAsync());

        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(2)).Step);
        Assert.Equal(Outcome.Excluded, (await office.CaseAsync(1)).Outcome);
        Assert.Equal(Step.CompanyRegistration, (await StateAsync(Company)).Step);
    }

    [Fact]
    public async Task Settle_WhereTwoPeopleFoundThatItIsTheCompany_GivesThePlaceBack()
    {
        await HeldAsync();
        Assert.Null(await DecideAsync(Company, new(TestOffice.First, 2), joined: true));

        Assert.Null(await SettleAsync());

        Assert.Equal(Outcome.Excluded, (await office.CaseAsync(2)).Outcome);
        Assert.Equal(Step.CompanyRegistration, (await StateAsync(Company)).Step);
    }

    [Fact]
    public async Task Settle_OnAnEntryThatWasWithdrawn_IsRefusedAndTheOtherMayGoOn()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var email in new[] { "old@example.jp", Sample.Form.Email })
            await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form with { Email = email }, office.Now, email);
        await DrawFirstAsync();
        await office.Cases.HandleAsync(new(TestOffice.First, 2), new CaseCommand.Decline(office.Now, "二重の入力"));

        Assert.Equal("answersClosed", (await SettleAsync(2))?.Code);
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(1)).Step);
        Assert.Null(await SettleAsync(1));

        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Settle_WhereAllOfTheLotHaveLeft_GivesThePlaceBack()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var email in new[] { "old@example.jp", Sample.Form.Email })
            await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form with { Email = email }, office.Now, email);
        await DrawFirstAsync();
        foreach (var serial in new[] { 1, 2 })
            await office.Cases.HandleAsync(new(TestOffice.First, serial), new CaseCommand.Decline(office.Now, "都合"));

        Assert.Null(await SettleAsync(2));

        await office.Places.SettleAsync(TestOffice.First);
        Assert.Equal(0, (await office.Places.StatementAsync(TestOffice.First)).Held);
    }

    [Fact]
    public async Task Matches_OfARound_ShowWhoWasDrawnBeforeAndWhatWasDecided()
    {
        await WonEarlyAsync();
        await EnterAgainAsync(TestOffice.Form(5));
        await EnterAgainAsync(Sample.Form);
        var matches = office.Get<DrawnMatches>();

        var (match, decided) = (Assert.Single(await matches.OfAsync(Second, 500)), new CaseId(Second, 2));
        Assert.Equal((Early, decided, null), (match.Drawn.CaseId, match.Entry.CaseId, match.Decision));
        Assert.Empty(await matches.OfAsync(TestOffice.First, 500));
        Assert.Null(await DecideAsync(Early, decided, joined: false));

        Assert.False(Assert.Single(await matches.OfAsync(Second, 500)).Decision?.Joined);
    }

    private async Task WonEarlyAsync()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.Entries.ReceiveAsync(
            TestOffice.First, Sample.Form with { Email = Impostor }, office.Now, "early");
        await DrawFirstAsync();
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
    }

    // In round 1 the impostor and the company share a lot that waits; in round 2 the impostor is alone and wins.
    private async Task HeldAsync()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var email in new[] { Impostor, Sample.Form.Email })
            await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form with { Email = email }, office.Now, email);
        await DrawFirstAsync();
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        await EnterAgainAsync(Sample.Form with { Email = Impostor, CorporateNumber = null });
        await SealAsync();
        await ReleaseAsync();
        Assert.Equal(Step.CompanyRegistration, (await StateAsync(Company)).Step);
    }

    private async Task DrawFirstAsync()
    {
        foreach (var at in new[] { "2025-05-23T17:02:00", "2025-05-23T17:32:00", "2025-06-03T10:00:00" })
            await office.AdvanceAtAsync(at);
        await office.PublishAsync();
    }

    private async Task EnterAgainAsync(EntryForm form) => Assert.IsType<EntryAnswer.Received>(
        await office.Entries.ReceiveAsync(Second, form, office.Now, $"second {form.Email} {form.CompanyName}"));

    private async Task SealAsync()
    {
        await office.AdvanceAtAsync("2025-06-20T17:02:00", Second);
        await office.AdvanceAtAsync("2025-06-20T17:32:00", Second);
    }

    private async Task ReleaseAsync()
    {
        await office.AdvanceAtAsync("2025-07-01T10:00:00", Second);
        await office.PublishAsync(Second);
    }

    private Task<Refusal?> DecideAsync(CaseId first, CaseId second, bool joined) => office.Get<EntryJoins>().DecideAsync(
        new(first, second, joined, office.Now, "電話で確認", "伊藤", "遠藤"));

    private Task<Refusal?> SettleAsync(int answers = 2) => office.Get<LotSettlement>().SettleAsync(
        TestOffice.First, 1, new(TestOffice.First, answers),
        new(1, new(TestOffice.First, answers), office.Now, "電話で確認", "伊藤", "遠藤", $"p{answers}"));

    private async Task<CaseState> StateAsync(CaseId id) => (await office.Cases.ReadAsync(id))!.State;
}
