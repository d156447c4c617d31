using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Workflows;

/// <summary>What the desks post to the ledger of places, and what the office is told of it.</summary>
public sealed class QuotaSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");

    [Fact]
    public async Task Postings_OfARound_HaveCauseTimeAndApprover()
    {
        var office = await PublishedAsync(10);
        await DeclineAsync(office, 1);
        Assert.Null(await office.Places.CarryAsync("p1", Second, 1, 131, Sample.Two));
        var postings = await office.Places.PostingsAsync(TestOffice.First);
        Assert.Equal(
            [
                (PlaceCause.Planned, 140, "programme"), (PlaceCause.Won, 10, "programme"),
                (PlaceCause.Unfilled, 130, "programme"),
                (PlaceCause.Declined, 1, "company"), (PlaceCause.CarriedUnfilled, 130, "担当者, 承認者"),
                (PlaceCause.CarriedReturned, 1, "担当者, 承認者"),
            ],
            postings.Select(p => (p.Cause, p.Count, p.ApprovedBy)));
        Assert.All(postings, p => Assert.True(p.At >= Tokyo.At("2025-05-19T09:00:00")));
        var statement = await office.Places.StatementAsync(TestOffice.First);
        Assert.True(statement.Balances);
        Assert.Equal((9, 0, 131), (statement.Held, statement.Free, statement.CarriedOut));
    }

    [Fact]
    public async Task Sweep_AfterALapseAndItsReinstatement_PostsBothOnce()
    {
        var office = await PublishedAsync(3);
        var lapsed = Tokyo.At("2025-06-24T00:00:00");
        office.Clock.Reset(lapsed);
        await office.Sweeper.SweepAsync();
        await office.Sweeper.SweepAsync();
        Assert.Equal((3, 0), Count(await office.Places.StatementAsync(TestOffice.First)));
        office.Clock.Reset(Tokyo.At("2025-06-25T10:00:00"));
        var late = new CaseCommand.RegisterCompany(
            office.Now, new Filing("late", new Programme.Calendar.Receipt.Post(
                Sample.R7.Round(1).CompanyRegistration, new(2025, 6, 25), "簡易書留", null), []));
        Assert.IsType<CaseAnswer.Accepted>(await office.Cases.HandleAsync(new(TestOffice.First, 2), late));
        await office.Sweeper.SweepAsync();
        Assert.Equal((2, 1), Count(await office.Places.StatementAsync(TestOffice.First)));
    }

    [Fact]
    public async Task Sweep_AfterOneLapsedAndAnotherWasReinstated_PostsBoth()
    {
        var office = await PublishedAsync(3);
        var lapsed = Tokyo.At("2025-06-24T00:00:00");
        await office.Cases.HandleAsync(new(TestOffice.First, 2), new CaseCommand.PassTime(lapsed));
        await office.Sweeper.SweepAsync();
        Assert.Equal((1, 2), Count(await office.Places.StatementAsync(TestOffice.First)));

        await office.Cases.HandleAsync(new(TestOffice.First, 2), new CaseCommand.RegisterCompany(
            Tokyo.At("2025-06-26T10:00:00"), Sample.Post("2025-06-12", "2025-06-26")));
        await office.Cases.HandleAsync(new(TestOffice.First, 3), new CaseCommand.PassTime(lapsed));
        await office.Sweeper.SweepAsync();

        var postings = await office.Places.PostingsAsync(TestOffice.First);
        Assert.Equal(
            [
                (PlaceCause.Lapsed, "r7-01-00002"), (PlaceCause.Reinstated, "r7-01-00002"),
                (PlaceCause.Lapsed, "r7-01-00003"),
            ],
            postings.Where(p => p.Subject != "r7-01").Select(p => (p.Cause, p.Subject)).OrderBy(p => p.Subject).ThenBy(p => p.Cause));
    }

    [Fact]
    public async Task Task_WhenARoundOpens_ExplainsWhatCanBeCarried()
    {
        var office = await PublishedAsync(10);
        await office.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        var texts = new List<string>();
        await foreach (var task in office.Tasks.AllAsync())
            texts.Add(task.Text);
        var text = Assert.Single(texts, t => t.Contains("第2回の受付を開始しました", StringComparison.Ordinal));
        Assert.Contains("第1回の空きはエントリーが予定社数に満たなかった分130社です。追加できるのは130社までです。", text, StringComparison.Ordinal);
        Assert.Contains("消印の郵便を待っているため", text, StringComparison.Ordinal);
        Assert.Contains("2人の職員が", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(7, true)]
    [InlineData(9, true)]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(8, false)]
    public void Advice_WhereTheDeadlineFallsOnOrAfterTheNextOpening_SaysThatLapsesAreNotKnown(int round, bool unknown)
    {
        var opens = Programme.Entries.EntryWindow.Of(Sample.R7, Sample.R7.Round(round + 1)).Opens;
        var lines = CarryAdvice.Explain(Sample.R7, round + 1, [.. Enumerable.Range(1, round).Select(Empty)], opens);
        Assert.Equal(unknown, lines.Any(l =>
            l.StartsWith($"第{round}回は企業情報の登録期限", StringComparison.Ordinal)
                && l.Contains("受付開始の時点では分かりません", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.EndsWith("。", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Promote_WhereTheEditionDoesNot_IsRefused()
    {
        var office = await PublishedAsync(142);
        Assert.Equal("promotionOff", (await PromoteAsync(office)).Refusal?.Code);
    }

    [Fact]
    public async Task Promote_WhereTheEditionHasIt_GivesThePlaceToTheNextOfTheRanking()
    {
        var office = await PublishedAsync(143, promotion: 14);
        var results = await office.RoundRecords.ResultsAsync(TestOffice.First);
        await DeclineAsync(office, results[0].CaseId.Serial);
        Assert.Equal((1, null), await PromoteAsync(office));
        var promoted = (await office.Cases.ReadAsync(results[140].CaseId))!.State;
        Assert.Equal((Step.CompanyRegistration, null), (promoted.Step, promoted.Outcome));
        Assert.Equal(Sample.R7.Calendar.AddBusinessDays(new(2025, 5, 26), 14),
            CaseSchedule.DateOf(Sample.R7, promoted, Step.CompanyRegistration));
        Assert.Equal(Outcome.Lost, (await office.Cases.ReadAsync(results[141].CaseId))!.State.Outcome);
        var statement = await office.Places.StatementAsync(TestOffice.First);
        Assert.Equal((140, 1, 140, 0), (statement.Won, statement.Promoted, statement.Held, statement.Free));
        Assert.True(statement.Balances);
        Assert.Equal("placesNotFree", (await PromoteAsync(office)).Refusal?.Code);
        Assert.Equal(
            "secondPersonMissing", (await PromoteAsync(office, "担当者")).Refusal?.Code);
        await DeclineAsync(office, results[140].CaseId.Serial);
        Assert.Equal((1, null), await PromoteAsync(office));
        Assert.Equal(Step.CompanyRegistration, (await office.Cases.ReadAsync(results[141].CaseId))!.State.Step);
    }

    private static (int Lapsed, int Held) Count(QuotaStatement statement) => (statement.Lapsed, statement.Held);

    private static QuotaStatement Empty(int round) => PlaceBook.Empty.StatementOf(round);

    private static async Task<TestOffice> PublishedAsync(int entries, int promotion = 0)
    {
        var edition = Sample.R7 with { Entry = Sample.R7.Entry with { PromotionBusinessDays = promotion } };
        var office = new TestOffice(edition: edition);
        await office.ReleaseAsync(entries);
        await office.PublishAsync();
        return office;
    }

    // Each is a decision of its own.
    private static async Task<(int Promoted, Refusal? Refusal)> PromoteAsync(TestOffice office, string second = "承認者")
    {
        office.Clock.AdvanceSeconds(1);
        var (promoted, refusal, _) = await office.Promotion.PromoteAsync(
            TestOffice.First, new(Sample.Signed("担当者", second), office.Now), 10);
        return (promoted.Count, refusal);
    }

    private static async Task DeclineAsync(TestOffice office, int serial) => Assert.IsType<CaseAnswer.Accepted>(
        await office.Cases.HandleAsync(new(TestOffice.First, serial), new CaseCommand.Decline(office.Now, "都合")));
}
