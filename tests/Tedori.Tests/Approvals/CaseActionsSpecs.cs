using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Approvals;

public sealed class CaseActionsSpecs
{
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Fail_Approved_ClosesTheCaseUnderANumberOfTheFiscalYear()
    {
        await office.WithWinnersAsync(2);
        await office.RegisterAsync(1);

        await office.DecideAsync(new ProposedAction.FailEligibility(Id(1), "要件を満たさないため。"));

        var failed = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.EligibilityFailed>());
        Assert.Equal("7東し企働第1号", failed.Document);
        Assert.Equal(Outcome.Ineligible, (await office.Office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Decisions_OfSeveralCases_GetNumbersOneAfterAnother()
    {
        await office.WithWinnersAsync(3);
        foreach (var serial in (int[])[1, 2, 3])
            await office.RegisterAsync(serial);

        var verdicts = await office.DecideAsync(
            [.. new[] { 1, 2, 3 }.Select(n => new ProposedAction.FailEligibility(Id(n), "要件を満たさないため。"))]);

        Assert.All(verdicts, v => Assert.Null(v.Refusal));
        var numbers = new List<string?>();
        foreach (var serial in (int[])[1, 2, 3])
            numbers.Add((await office.EventsAsync(serial)).OfType<CaseEvent.EligibilityFailed>().Single().Document);
        Assert.Equal(["7東し企働第1号", "7東し企働第2号", "7東し企働第3号"], numbers);
    }

    [Fact]
    public async Task Decision_ThatTheRulesRefuse_UsesNoNumberUp()
    {
        await office.WithWinnersAsync(2);
        await office.RegisterAsync(2);

        var refused = await office.DecideAsync(new ProposedAction.FailEligibility(Id(1), "要件を満たさないため。"));
        await office.DecideAsync(new ProposedAction.FailEligibility(Id(2), "要件を満たさないため。"));

        Assert.Equal("notThisStep", Assert.Single(refused).Refusal?.Code);
        Assert.Equal("7東し企働第1号", (await office.EventsAsync(2)).OfType<CaseEvent.EligibilityFailed>().Single().Document);
    }

    [Fact]
    public async Task Decision_WhileACorrectionIsOpen_IsRefused()
    {
        await office.WithWinnersAsync(1);
        await office.RegisterAsync(1);
        await office.DoAsync(1, new CaseCommand.RequestCorrection(office.Office.Now, Sample.Flaws));

        Assert.Equal("correctionOpen",
            (await office.DoAsync(1, new CaseCommand.PassEligibility(office.Office.Now, Signed: Sample.Two))
            as Tedori.Workflows.Cases.CaseAnswer.Refused)?.Refusal.Code);
    }

    [Fact]
    public async Task Grant_WithAnItemRefused_PaysTheRestAndSaysWhy()
    {
        await office.WithWinnersAsync(1);
        await office.ClaimAsync(1);

        await office.DecideAsync(new ProposedAction.GrantClaim(Id(1), [1, 15], 2, [new(2, "11時間の休息を確認できないため。")]));

        var granted = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.GrantDecided>());
        Assert.Equal(340_000, granted.Yen);
        Assert.Equal("8東し企働第1号", granted.Document);
        Assert.Equal([new ItemRefusal(2, "11時間の休息を確認できないため。")], granted.Refused);
        var notice = (await office.Repetition.OfCaseAsync(Id(1)))[^1].Notice;
        Assert.Contains("文書番号: 8東し企働第1号", notice.Lines());
        Assert.Contains(notice.Lines(), p => p.Contains("11時間の休息", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Grant_WithAnItemThatNobodyJudged_IsRefused()
    {
        await office.WithWinnersAsync(1);
        await office.ClaimAsync(1);

        var verdict = Assert.Single(await office.DecideAsync(new ProposedAction.GrantClaim(Id(1), [1, 15], 2, [])));

        Assert.Equal("itemsNotJudged", verdict.Refusal?.Code);
        Assert.Null((await office.Office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Number_AskedForAgain_IsTheSameAlsoInTheNextFiscalYear()
    {
        office.Office.Clock.Reset(Tokyo.At("2026-03-31T23:59:59"));
        var first = await office.Documents.AssignAsync(Id(1), "grant");
        office.Office.Clock.Reset(Tokyo.At("2026-04-01T00:00:00"));

        Assert.Equal(first, await office.Documents.AssignAsync(Id(1), "grant"));
        Assert.Equal(new DocumentNumber(2026, "東し企働", 1), await office.Documents.AssignAsync(Id(2), "grant"));
        Assert.Equal(2025, first.FiscalYear);
    }

    [Fact]
    public async Task Number_WhenAnotherDecisionComesBetween_IsGivenToOne()
    {
        office.Office.Records.Interruption = () => office.Documents.AssignAsync(Id(2), "grant");
        var mine = await office.Documents.AssignAsync(Id(1), "grant");

        Assert.NotEqual(mine, await office.Documents.AssignAsync(Id(2), "grant"));
    }

    [Fact]
    public async Task Payment_Released_IsReleasedByTwoNames()
    {
        await office.WithWinnersAsync(1);
        await office.ClaimAsync(1);
        await office.DecideAsync(new ProposedAction.GrantClaim(Id(1), [1, 2, 15], 3, []));

        await office.DecideAsync(new ProposedAction.ReleasePayment(Id(1)));

        var released = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.PaymentReleased>());
        Assert.Equal((560_000L, "伊藤", "遠藤"), (released.Yen, released.ProposedBy, released.ApprovedBy));
    }

    // A closed case is passed by; a notice whose hint is lost would wait in it for ever.
    [Fact]
    public async Task Payment_OfACaseThatTheSweeperPassesBy_BringsItBackInSightWithItsNotice()
    {
        await office.WithWinnersAsync(1);
        await office.ClaimAsync(1);
        await office.DecideAsync(new ProposedAction.GrantClaim(Id(1), [1, 2, 15], 3, []));
        await office.Office.Records.ChangeAsync(
            RoundRows.Entry(Id(1)), entry => new Change<EntryRow, bool>(entry! with { Closed = true }, true));

        await office.DecideAsync(new ProposedAction.ReleasePayment(Id(1)));

        Assert.False((await office.Office.Records.ReadAsync(RoundRows.Entry(Id(1))))!.Body.Closed);
        Assert.Single(await office.Repetition.OfCaseAsync(Id(1)), n => n.Notice.Kind == NoticeKind.PaymentReleased);
    }

    private static CaseId Id(int serial) => new(TestOffice.First, serial);
}
