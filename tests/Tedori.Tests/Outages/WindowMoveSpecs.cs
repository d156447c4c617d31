using NodaTime;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Outages;

/// <summary>Round 1 closes on 2025-05-23 at 17:00 and is sealed two minutes later, if the system is there.</summary>
public sealed class WindowMoveSpecs
{
    private static readonly Instant Evening = Tokyo.At("2025-05-23T20:00:00");
    private static readonly ProposedAction Move = new ProposedAction.MoveWindow(TestOffice.First, Evening, "通信障害");
    private readonly ActingOffice acting = new();

    private TestOffice Office => acting.Office;

    [Fact]
    public async Task Move_TwoHoursAfterTheEndOfAnOutage_TakesEntriesUntilTheNewEndAndSealsThem()
    {
        await OpenAsync(1);
        var late = await Office.AdvanceAtAsync("2025-05-23T19:00:00");
        Assert.Equal((RoundPhase.Open, Tokyo.At("2025-05-23T19:10:00")), (late.Phase, late.NextWake));
        Assert.Contains("sealingHeld", await Office.TaskKindsAsync());
        Assert.Equal("entryClosed", (await RefusedAsync(2)).Refusal.Code);

        Assert.Null(Assert.Single(await acting.DecideAsync(Move)).Refusal);

        Assert.Contains("hint changed r7-01", Office.Log);
        Office.Clock.Reset(Evening - Tokyo.Millisecond);
        Assert.IsType<EntryAnswer.Received>(await Office.EnterAsync(2));
        Office.Clock.Reset(Evening);
        Assert.Equal("entryClosed", (await RefusedAsync(3)).Refusal.Code);
        Assert.Equal(RoundPhase.Open, (await Office.AdvanceAtAsync("2025-05-23T20:01:59")).Phase);
        Assert.Equal(RoundPhase.Sealed, (await Office.AdvanceAtAsync("2025-05-23T20:02:00")).Phase);
        var (list, _) = (await Office.RoundRecords.ListAsync(TestOffice.First))!.Value;
        Assert.Equal([1, 2], list.Entries.Select(e => e.CaseId.Serial).Order());
    }

    [Fact]
    public async Task Move_WithEntriesBefore_TellsEachOnceAndNobodyWhoEnteredAfterwards()
    {
        await OpenAsync(WindowActions.PartSize + 3);

        var verdict = Assert.Single(await acting.DecideAsync(Move));
        await acting.Actions.PerformAsync("p1", "0001.00001");
        await Office.EnterAsync(99);

        Assert.Contains($"受付済みの{WindowActions.PartSize + 3}件に通知しました。", verdict.Text, StringComparison.Ordinal);
        for (var n = 1; n <= WindowActions.PartSize + 3; n++)
            Assert.Single((await acting.EventsAsync(n)).OfType<CaseEvent.WindowMoved>(), e => e.Closes == Evening && e.Reason == "通信障害");
        Assert.Empty((await acting.EventsAsync(WindowActions.PartSize + 4)).OfType<CaseEvent.WindowMoved>());
    }

    [Fact]
    public async Task Move_BeforeAnybodyEntered_Moves()
    {
        await OpenAsync(0);
        Assert.Null(Assert.Single(await acting.DecideAsync(Move)).Refusal);
        Assert.Equal(Evening, Window().Closes);
    }

    [Fact]
    public async Task Move_BeforeTheEnd_DoesNotSealAtTheOldEnd()
    {
        await OpenAsync(1);
        await acting.DecideAsync(Move);
        var open = await Office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal((RoundPhase.Open, Tokyo.At("2025-05-23T20:02:00")), (open.Phase, open.NextWake));
    }

    [Fact]
    public async Task Move_KnownToAnotherProcessOnly_IsAskedOfTheRecordBeforeAnythingIsLateOrSealed()
    {
        await OpenAsync(1);
        await acting.DecideAsync(Move);
        Office.Editions.Overlay([], []);
        Office.Clock.Reset(Tokyo.At("2025-05-23T19:00:00"));

        Assert.IsType<EntryAnswer.Received>(await Office.EnterAsync(2));
        Office.Editions.Overlay([], []);
        Assert.Equal(RoundPhase.Open, (await Office.Rounds.AdvanceAsync(TestOffice.First)).Phase);
        Office.Editions.Overlay([], []);
        Assert.False(await Office.Sealing.CloseAsync(TestOffice.First, Office.Now));
    }

    [Fact]
    public async Task Move_ByOnePersonAlone_IsRefusedAndChangesNothing()
    {
        await OpenAsync(1);
        Assert.Null((await acting.Proposals.ProposeAsync("own", [Move], "障害", ActingOffice.Endo)).Refusal);
        Assert.Equal(
            "secondPersonMissing", (await acting.Proposals.ApproveAsync("own", ActingOffice.Endo)).Refusal?.Code);
        Assert.Equal("secondPersonMissing", (await Office.Get<EntryWindows>().MoveAsync(
            new(TestOffice.First, Evening, "障害", Office.Now, "p9"), Sample.Alone))?.Code);
        Assert.Empty((await Office.Get<Disruptions>().AllAsync()).Windows);
        Assert.Equal(Tokyo.At("2025-05-23T17:00:00"), Window().Closes);
    }

    [Fact]
    public async Task Move_OnceTheListIsFrozen_IsRefused()
    {
        await OpenAsync(1);
        var id = await acting.ApproveAsync(Move);
        await Office.Sealing.CloseAsync(TestOffice.First, Office.Now);
        await ActingOffice.RunAsync(acting.Actions, id);
        Assert.Equal("windowSealed", Assert.Single(await acting.Proposals.VerdictsAsync(id)).Refusal?.Code);

        await Office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal("windowSealed", (await PreviewAsync(Move)).Refusal?.Code);
        Assert.Empty((await Office.Get<Disruptions>().AllAsync()).Windows);
    }

    [Fact]
    public async Task Sealing_BrokenOffAfterTheListWasFrozen_IsGoneOnWithHoweverLate()
    {
        await OpenAsync(1);
        await Office.Sealing.CloseAsync(TestOffice.First, Office.Now);
        Assert.Equal(RoundPhase.Sealed, (await Office.AdvanceAtAsync("2025-05-23T19:00:00")).Phase);
    }

    [Fact]
    public async Task Move_DoneTwice_IsOneMove()
    {
        await OpenAsync(1);
        var moved = new Programme.Editions.MovedWindow(TestOffice.First, Evening, "障害", Office.Now, "p1");
        var windows = Office.Get<EntryWindows>();
        Assert.Null(await windows.MoveAsync(moved, Sample.Two));
        Assert.Null(await windows.MoveAsync(moved with { At = Office.Now + Tokyo.Millisecond }, Sample.Two));
        Assert.Equal(moved, Assert.Single((await Office.Get<Disruptions>().AllAsync()).Windows));
    }

    [Fact]
    public async Task Move_OfACommitThatWasLostHalfway_IsDoneWhenItIsRepeated()
    {
        await OpenAsync(1);
        var moved = new Programme.Editions.MovedWindow(TestOffice.First, Evening, "障害", Office.Now, "p1");
        Office.Records.FailCommit(2, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => Office.Get<EntryWindows>().MoveAsync(moved, Sample.Two));
        Assert.False(await Office.Sealing.CloseAsync(TestOffice.First, Tokyo.At("2025-05-23T19:00:00")));
        Assert.Null(await Office.Get<EntryWindows>().MoveAsync(moved, Sample.Two));
        Assert.Equal(Evening, Window().Closes);
    }

    [Fact]
    public async Task Move_ProposedInTime_HoldsTheSealingUntilItIsDecided()
    {
        await OpenAsync(1);
        await acting.Proposals.ProposeAsync("p", [Move], "障害", ActingOffice.Ito);
        var held = await Office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal((RoundPhase.Open, Tokyo.At("2025-05-23T17:12:00")), (held.Phase, held.NextWake));

        await acting.Proposals.RejectAsync("p", ActingOffice.Endo, "不要");
        Assert.Equal(RoundPhase.Sealed, (await Office.AdvanceAtAsync("2025-05-23T17:12:00")).Phase);
    }

    [Fact]
    public async Task Move_ProposedAndNeverDecided_HoldsTheSealingForADayOnly()
    {
        await OpenAsync(1);
        await acting.Proposals.ProposeAsync("p", [Move], "障害", ActingOffice.Ito);
        Assert.Equal(RoundPhase.Open, (await Office.AdvanceAtAsync("2025-05-24T16:59:59")).Phase);
        Assert.Equal(RoundPhase.Sealed, (await Office.AdvanceAtAsync("2025-05-24T17:00:00")).Phase);
    }

    [Fact]
    public async Task Move_Previewed_SaysTheOldEndTheBoundAndWhatBecomesOfThoseWhoWereLate()
    {
        await OpenAsync(1);
        Office.Clock.Reset(Tokyo.At("2025-05-23T17:01:00"));
        var (effect, refusal) = await PreviewAsync(Move);
        Assert.Null(refusal);
        Assert.Contains("令和7年5月23日(金) 20:00に延長", effect, StringComparison.Ordinal);
        Assert.Contains("今の締切は令和7年5月23日(金) 17:00", effect, StringComparison.Ordinal);
        Assert.Contains("令和7年6月2日(月) 09:28まで", effect, StringComparison.Ordinal);
        Assert.Contains("企業が改めて送るまで受付となりません", effect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_ReadByAnotherProcess_HoldsThereToo()
    {
        await OpenAsync(1);
        await acting.DecideAsync(Move);
        var elsewhere = new EditionCatalog(Sample.R7);
        await new Disruptions(Office.Records, elsewhere).ApplyAsync();
        var edition = elsewhere.Of(TestOffice.First);
        Assert.Equal(Evening, EntryWindow.Of(edition, edition.Round(1)).Closes);
        Assert.Null(edition.Round(2).Moved);
    }

    private async Task OpenAsync(int entries)
    {
        await Office.Rounds.AdvanceAsync(TestOffice.First);
        await Office.EnterManyAsync(entries);
        Office.Clock.Reset(Tokyo.At("2025-05-23T16:30:00"));
    }

    private async Task<EntryAnswer.Refused> RefusedAsync(int n) =>
        Assert.IsType<EntryAnswer.Refused>(await Office.EnterAsync(n));

    private async Task<(string Effect, Programme.Refusal? Refusal)> PreviewAsync(ProposedAction action)
    {
        var (_, effect, refusal) = Assert.Single(await acting.Actions.PreviewAsync([action]));
        return (effect, refusal);
    }

    private EntryWindow Window()
    {
        var edition = Office.Editions.Of(TestOffice.First);
        return EntryWindow.Of(edition, edition.Round(1));
    }
}
