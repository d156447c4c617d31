using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Workflows;

/// <summary>What the desks post to the ledger of places, and what the office is told of it.</summary>
public sealed class QuotaSpecs
{
    private static readonly RoundId Second = RoundId.Parse("r7-02");

    [Fact]
    public async Task Postings_OfARound_HaveCauseTimeAndApprover()
    {
        var bureau = await PublishedAsync(10);
        await DeclineAsync(bureau, 1);
        Assert.Null(await bureau.Places.CarryAsync("p1", Second, 1, 131, "担当者", "承認者"));
        var postings = await bureau.Places.PostingsAsync(Bureau.First);
        Assert.Equal(
            [
                (PlaceCause.Planned, 140, "programme"), (PlaceCause.Won, 10, "programme"),
                (PlaceCause.Unfilled, 130, "programme"),
                (PlaceCause.Declined, 1, "company"), (PlaceCause.CarriedUnfilled, 130, "担当者, 承認者"),
                (PlaceCause.CarriedReturned, 1, "担当者, 承認者"),
            ],
            postings.Select(p => (p.Cause, p.Count, p.ApprovedBy)));
        Assert.All(postings, p => Assert.True(p.At >= Tokyo.At("2025-05-19T09:00:00")));
        var statement = await bureau.Places.StatementAsync(Bureau.First);
        Assert.True(statement.Balances);
        Assert.Equal((9, 0, 131), (statement.Held, statement.Free, statement.CarriedOut));
    }

    [Fact]
    public async Task Sweep_AfterALapseAndItsReinstatement_PostsBothOnce()
    {
        var bureau = await PublishedAsync(3);
        var lapsed = Tokyo.At("2025-06-24T00:00:00");
        bureau.Clock.Reset(lapsed);
        await bureau.Sweeper.SweepAsync();
        await bureau.Sweeper.SweepAsync();
        Assert.Equal((3, 0), Count(await bureau.Places.StatementAsync(Bureau.First)));
        bureau.Clock.Reset(Tokyo.At("2025-06-25T10:00:00"));
        var late = new CaseCommand.RegisterCompany(
            bureau.Now, new Filing("late", new Programme.Calendar.Receipt.Post(
                Sample.R7.Round(1).CompanyRegistration, new(2025, 6, 25), "簡易書留", null), []));
        Assert.IsType<CaseAnswer.Accepted>(await bureau.Cases.HandleAsync(new(Bureau.First, 2), late));
        await bureau.Sweeper.SweepAsync();
        Assert.Equal((2, 1), Count(await bureau.Places.StatementAsync(Bureau.First)));
    }

    [Fact]
    public async Task Task_WhenARoundOpens_ExplainsWhatCanBeCarried()
    {
        var bureau = await PublishedAsync(10);
        await bureau.AdvanceAtAsync("2025-06-16T09:00:00", Second);
        var texts = new List<string>();
        await foreach (var task in bureau.Tasks.AllAsync())
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
        var bureau = await PublishedAsync(142);
        Assert.Equal("promotionOff", (await bureau.Promotion.PromoteAsync(Bureau.First, "担当者", "承認者")).Refusal?.Code);
    }

    [Fact]
    public async Task Promote_WhereTheEditionHasIt_GivesThePlaceToTheNextOfTheRanking()
    {
        var bureau = await PublishedAsync(143, promotion: 14);
        var results = await bureau.RoundRecords.ResultsAsync(Bureau.First);
        await DeclineAsync(bureau, results[0].CaseId.Serial);
        Assert.Equal((1, null), await bureau.Promotion.PromoteAsync(Bureau.First, "担当者", "承認者"));
        var promoted = (await bureau.Cases.ReadAsync(results[140].CaseId))!.State;
        Assert.Equal((Step.CompanyRegistration, null), (promoted.Step, promoted.Outcome));
        Assert.Equal(Sample.R7.Calendar.AddBusinessDays(new(2025, 5, 26), 14),
            CaseSchedule.DateOf(Sample.R7, promoted, Step.CompanyRegistration));
        Assert.Equal(Outcome.Lost, (await bureau.Cases.ReadAsync(results[141].CaseId))!.State.Outcome);
        var statement = await bureau.Places.StatementAsync(Bureau.First);
        Assert.Equal((140, 1, 140, 0), (statement.Won, statement.Promoted, statement.Held, statement.Free));
        Assert.True(statement.Balances);
        Assert.Equal("placesNotFree", (await bureau.Promotion.PromoteAsync(Bureau.First, "担当者", "承認者")).Refusal?.Code);
        Assert.Equal(
            "secondPersonMissing", (await bureau.Promotion.PromoteAsync(Bureau.First, "担当者", "担当者")).Refusal?.Code);
        await DeclineAsync(bureau, results[140].CaseId.Serial);
        Assert.Equal((1, null), await bureau.Promotion.PromoteAsync(Bureau.First, "担当者", "承認者"));
        Assert.Equal(Step.CompanyRegistration, (await bureau.Cases.ReadAsync(results[141].CaseId))!.State.Step);
    }

    private static (int Lapsed, int Held) Count(QuotaStatement statement) => (statement.Lapsed, statement.Held);

    private static QuotaStatement Empty(int round) => PlaceBook.Empty.StatementOf(round);

    private static async Task<Bureau> PublishedAsync(int entries, int promotion = 0)
    {
        var edition = Sample.R7 with { Entry = Sample.R7.Entry with { PromotionBusinessDays = promotion } };
        var bureau = new Bureau(edition: edition);
        await bureau.ReleaseAsync(entries);
        await bureau.PublishAsync();
        return bureau;
    }

    private static async Task DeclineAsync(Bureau bureau, int serial) => Assert.IsType<CaseAnswer.Accepted>(
        await bureau.Cases.HandleAsync(new(Bureau.First, serial), new CaseCommand.Decline(bureau.Now, "都合")));
}
