using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>
/// Round 1 has one place and three companies; the one that has it declines. The next entered round 2, where its lot was
/// drawn and waits for staff to settle who answers. While a place of round 1 is given to it, another process tells it of
/// that one. It gets one place.
/// </summary>
public sealed class PromotionClaimSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");
    private static readonly CaseId Drawn = new(Second, 1);

    [Fact]
    public async Task Promote_WhileAnotherProcessTellsOfAPlace_GivesOne()
    {
        var interposed = 0;
        for (var after = 1; interposed == after - 1; after++)
        {
            var (office, next) = await HeldAsync();
            var records = new InterposedReads(office.Records, after, async () =>
            {
                interposed++;
                await TellAsync(office);
            });

            await PromotionOver(office, records).PromoteAsync(TestOffice.First, new(Sample.Two, office.Now), 10);
            await TellAsync(office);

            await AssertOneAsync(office, next);
        }

        Assert.True(interposed >= 20, $"Only {interposed} reads were there to come between.");
    }

    [Fact]
    public async Task Tell_WhileAnotherProcessPromotes_GivesOne()
    {
        var interposed = 0;
        for (var after = 1; interposed == after - 1; after++)
        {
            var (office, next) = await HeldAsync();
            var records = new InterposedReads(office.Records, after, async () =>
            {
                interposed++;
                await office.Promotion.PromoteAsync(TestOffice.First, new(Sample.Two, office.Now), 10);
            });

            await AwardOver(office, records).TellAsync(Drawn, 1, shared: true);

            await AssertOneAsync(office, next);
        }

        Assert.True(interposed >= 10, $"Only {interposed} reads were there to come between.");
    }

    [Fact]
    public async Task Promote_ThatDiedAfterItsClaim_GoesOnAndUntilThenNobodyIsToldOfAnotherPlace()
    {
        var (office, next) = await HeldAsync();
        var form = (await office.CaseAsync(next.Serial)).Entry;
        Assert.True(await office.Selected.TryClaimAsync(next, form, new HashSet<CaseId>()));

        await Assert.ThrowsAsync<ContentionException>(
            () => office.Get<PlaceAward>().TellAsync(Drawn, 1, shared: true));
        Assert.Equal([next], (await office.Promotion.PromoteAsync(TestOffice.First, new(Sample.Two, office.Now), 10)).Promoted);
        await office.Get<PlaceAward>().TellAsync(Drawn, 1, shared: true);

        Assert.Equal(Outcome.Excluded, (await StateAsync(office, Drawn)).Outcome);
    }

    [Fact]
    public async Task Promote_ThatDiedAfterItsClaimAndIsRefusedThen_HoldsNobodyUp()
    {
        var (office, next) = await HeldAsync();
        var form = (await office.CaseAsync(next.Serial)).Entry;
        var before = new CaseId(RoundId.Parse("r7-09"), 7);
        await office.Selected.AddAsync(before, form);
        Assert.True(await office.Selected.TryClaimAsync(next, form, new HashSet<CaseId> { before }));

        var alone = Sample.Two with { Approver = Sample.Two.Proposer };
        Assert.NotNull((await office.Promotion.PromoteAsync(TestOffice.First, new(alone, office.Now), 10)).Refusal);

        var keys = CompanyKeys.Of(form, office.Editions.Of(next).Entry.Reading);
        Assert.Equal([before], await office.Selected.CasesOfAsync("r7", keys));
        Assert.False(await office.Selected.IsClaimedAsync(Drawn, form));
    }

    // As the durable back end does it: what found the company claimed is done again.
    private static async Task TellAsync(TestOffice office)
    {
        try
        {
            await office.Get<PlaceAward>().TellAsync(Drawn, 1, shared: true);
        }
        catch (ContentionException)
        {
            Assert.Equal(Step.AwaitingDraw, (await StateAsync(office, Drawn)).Step);
        }
    }

    private static async Task AssertOneAsync(TestOffice office, CaseId next)
    {
        Assert.Single(
            [await office.CaseAsync(next.Serial), await StateAsync(office, Drawn)],
            state => state is { Step: Step.CompanyRegistration, Outcome: null });
        Assert.False(await office.Selected.IsClaimedAsync(new(Second, 99), (await StateAsync(office, Drawn)).Entry));
    }

    private static Promotion PromotionOver(TestOffice office, IRecords records)
    {
        var selected = new SelectedCompanies(records, office.Editions);
        var cases = new CaseCommandHandler(
            records, office.Editions, office.Get<Tedori.Workflows.Directory.CaseDirectory>(),
            office.Get<Tedori.Workflows.Durable.IHints>(), new());
        var drawn = new DrawnBefore(records, office.RoundRecords, office.Editions, cases, selected);
        return new(
            records, office.Editions, office.RoundRecords, office.Get<SharedLots>(), cases, selected,
            office.Get<PlaceHolders>(), drawn, office.Places, office.Clock);
    }

    private static PlaceAward AwardOver(TestOffice office, IRecords records)
    {
        var selected = new SelectedCompanies(records, office.Editions);
        return new(
            records, office.Editions, office.Cases, selected,
            new(records, office.RoundRecords, office.Editions, office.Cases, selected), office.Clock);
    }

    private static Edition Few => Sample.Promoting with
    {
        Rounds = [Sample.R7.Round(1) with { Places = 1 }, .. Sample.R7.Rounds.Skip(1)],
    };

    private static async Task<(TestOffice Office, CaseId Next)> HeldAsync()
    {
        var office = new TestOffice(edition: Few);
        await office.ReleaseAsync(3);
        await office.PublishAsync();
        var ranking = (await office.RoundRecords.ResultsAsync(TestOffice.First)).Select(r => r.CaseId).ToList();
        await office.Cases.HandleAsync(ranking[0], new CaseCommand.Decline(office.Now, "都合"));
        var form = (await office.CaseAsync(ranking[1].Serial)).Entry;
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        foreach (var email in (string[])[form.Email, "other@example.jp"])
            Assert.IsType<EntryAnswer.Received>(
                await office.Entries.ReceiveAsync(Second, form with { Email = email }, office.Now, email));
        foreach (var at in (string[])["2025-06-20T17:02:00", "2025-06-20T17:32:00", "2025-07-01T10:00:00"])
            await office.AdvanceAtAsync(at, Second);
        await office.PublishAsync(Second);
        Assert.NotNull((await StateAsync(office, Drawn)).HeldSince);
        return (office, ranking[1]);
    }

    private static async Task<CaseState> StateAsync(TestOffice office, CaseId id) =>
        (await office.Cases.ReadAsync(id))!.State;
}
