using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>
/// In round 1 two entries name one company and differ in their mail address; its lot is drawn. Before staff settle who
/// answers, the company enters round 2 and is drawn there as well. It gets one place.
/// </summary>
public sealed class PlaceAwardSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private static readonly CaseId Again = new(Second, 1);
    private readonly TestOffice office = new();

    [Fact]
    public async Task Settle_AfterTheCompanyWasToldOfAnotherPlace_GivesTheFirstOneBack()
    {
        await HeldAsync(office);
        await SealAsync(office);
        await ReleaseAsync(office);

        Assert.Null(await SettleAsync(office));
        Assert.Null(await SettleAsync(office));

        Assert.Equal(Step.CompanyRegistration, (await StateAsync(office, Again)).Step);
        Assert.All([1, 2], n => Assert.Equal(Outcome.Excluded, office.CaseAsync(n).Result.Outcome));
        Assert.Equal(Exclusion.WonElsewhere, await ReasonAsync(office, new(TestOffice.First, 2)));
        await office.Places.SettleAsync(TestOffice.First);
        await office.Places.SettleAsync(TestOffice.First);
        var posting = Assert.Single(
            await office.Places.PostingsAsync(TestOffice.First), p => p.Cause == PlaceCause.WonElsewhere);
        Assert.Equal(("r7-01-00002", 1), (posting.Subject, posting.Count));
        var statement = await office.Places.StatementAsync(TestOffice.First);
        Assert.Equal((0, 140, true), (statement.Held, statement.Free, statement.Balances));
    }

    [Fact]
    public async Task Release_AfterTheOtherLotWasSettled_GivesTheSecondPlaceBack()
    {
        await HeldAsync(office);
        await SealAsync(office);
        Assert.Null(await SettleAsync(office));
        await ReleaseAsync(office);

        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(2)).Step);
        Assert.Equal(Exclusion.WonElsewhere, await ReasonAsync(office, Again));
        Assert.Equal(RoundPhase.Published, (await office.StateAsync(Second)).Phase);
        await office.Places.SettleAsync(Second);
        Assert.Equal((0, 1), Of(await office.Places.StatementAsync(Second)));
    }

    [Fact]
    public async Task Settle_AfterTheOtherPlaceWasGivenBack_GivesTheFirstOne()
    {
        await HeldAsync(office);
        await SealAsync(office);
        await ReleaseAsync(office);
        await office.Cases.HandleAsync(Again, new CaseCommand.Decline(office.Now, "都合"));

        Assert.Null(await SettleAsync(office));

        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(2)).Step);
    }

    [Fact]
    public async Task Settle_WhereWinnersMayEnterAgain_GivesBothPlaces()
    {
        var twice = new TestOffice(
            edition: Sample.R7 with { Entry = Sample.R7.Entry with { WinnersMayEnterAgain = true } });
        await HeldAsync(twice);
        await SealAsync(twice);
        await ReleaseAsync(twice);

        Assert.Null(await SettleAsync(twice));

        Assert.Equal(Step.CompanyRegistration, (await twice.CaseAsync(2)).Step);
        Assert.Equal(Step.CompanyRegistration, (await StateAsync(twice, Again)).Step);
    }

    [Fact]
    public async Task Notice_OfAPlaceThatCameBack_SaysWhereToGoOnAndNamesNoOtherNumber()
    {
        await HeldAsync(office);
        await SealAsync(office);
        Assert.Null(await SettleAsync(office));
        await ReleaseAsync(office);

        var notices = await office.Records.BodiesAsync(CaseRows.OutboxOf(Again)).ToListAsync();
        var text = notices.Single(n => n.Kind == NoticeKind.ResultExcluded).Said();
        Assert.Contains("ほかの回でもすでに当選しています", text, StringComparison.Ordinal);
        Assert.DoesNotContain("r7-01", text, StringComparison.Ordinal);
    }

    // Another process tells the company of its other place after each of the reads in turn.
    [Fact]
    public async Task Tell_WhileAnotherProcessTellsOfTheOtherPlace_GivesOne()
    {
        var interposed = 0;
        for (var after = 1; interposed == after - 1; after++)
        {
            var both = new TestOffice();
            await HeldAsync(both);
            await SealAsync(both);
            var other = AwardOver(both, both.Records);
            var records = new InterposedReads(both.Records, after, async () =>
            {
                interposed++;
                await other.TellAsync(Again, 1, shared: null);
            });

            await AwardOver(both, records).TellAsync(new(TestOffice.First, 2), 1, shared: true);

            if (interposed == after)
            {
                Assert.Single(
                    [await both.CaseAsync(2), await StateAsync(both, Again)],
                    state => state is { Step: Step.CompanyRegistration, Outcome: null });
            }
        }

        Assert.True(interposed >= 8, $"Only {interposed} reads were there to come between.");
    }

    private static PlaceAward AwardOver(TestOffice office, IRecords records)
    {
        var selected = new SelectedCompanies(records, office.Editions);
        return new(
            records, office.Editions, office.Cases, selected,
            new(records, office.Get<RoundRecords>(), office.Editions, office.Cases, selected), office.Clock);
    }

    private static (int Held, int Ineligible) Of(QuotaStatement statement) => (statement.Held, statement.Ineligible);

    private static async Task HeldAsync(TestOffice office)
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var email in new[] { "impostor@example.jp", Sample.Form.Email })
            await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form with { Email = email }, office.Now, email);
        foreach (var at in new[] { "2025-05-23T17:02:00", "2025-05-23T17:32:00", "2025-06-03T10:00:00" })
            await office.AdvanceAtAsync(at);
        await office.PublishAsync();
        Assert.NotNull((await office.CaseAsync(2)).HeldSince);
    }

    private static async Task SealAsync(TestOffice office)
    {
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        Assert.IsType<EntryAnswer.Received>(
            await office.Entries.ReceiveAsync(Second, Sample.Form, office.Now, "second"));
        await office.AdvanceAtAsync("2025-06-20T17:02:00", Second);
        await office.AdvanceAtAsync("2025-06-20T17:32:00", Second);
        Assert.Equal(1, (await office.StateAsync(Second)).Won);
    }

    private static async Task ReleaseAsync(TestOffice office)
    {
        await office.AdvanceAtAsync("2025-07-01T10:00:00", Second);
        await office.PublishAsync(Second);
    }

    private static Task<Refusal?> SettleAsync(TestOffice office) => office.Get<LotSettlement>().SettleAsync(
        TestOffice.First, 1, new(TestOffice.First, 2),
        new(1, new(TestOffice.First, 2), office.Now, "電話で確認", "伊藤", "遠藤", "p1"));

    private static async Task<CaseState> StateAsync(TestOffice office, CaseId id) =>
        (await office.Cases.ReadAsync(id))!.State;

    private static async Task<Exclusion?> ReasonAsync(TestOffice office, CaseId id) =>
        (await new CaseHistory(office.Records).EventsAsync(id)).Select(e => e.Event).OfType<CaseEvent.Excluded>()
            .SingleOrDefault()?.Reason;
}
