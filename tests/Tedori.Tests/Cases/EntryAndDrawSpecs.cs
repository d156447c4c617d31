using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class EntryAndDrawSpecs
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2025-06-03T10:00:00");
    private static readonly CaseCommand Enter = new CaseCommand.Enter(
        Tokyo.At("2025-05-19T09:00:01"), Sample.CaseId, Sample.Form, Tokyo.At("2025-05-19T09:00:00"), "entry");

    [Fact]
    public void Enter_NewCase_Enters() => Given([]).When(Enter).Then(Story.Entered);

    [Fact]
    public void Enter_SameKeyAgain_IsNothing() => Given(Story.Won).When(Enter).ThenNothing();

    [Fact]
    public void Enter_CaseOfAnotherEntry_BreaksAnInvariant() => Assert.Throws<InvalidOperationException>(
        () => Given(Story.Entered).When(((CaseCommand.Enter)Enter) with { Key = "another" }));

    [Fact]
    public void AnyOtherCommand_BeforeTheEntry_BreaksAnInvariant() =>
        Assert.Throws<InvalidOperationException>(() => Given([]).When(new CaseCommand.PassTime(Now)));

    [Fact]
    public void RecordDraw_Winner_Wins() =>
        Given(Story.Entered).When(new CaseCommand.RecordDraw(Now, 7, true)).Then(new CaseEvent.Won(Now, 7));

    [Fact]
    public void RecordDraw_Loser_LosesAndIsClosed()
    {
        var spec = Given(Story.Entered).When(new CaseCommand.RecordDraw(Now, 141, false));
        spec.Then(new CaseEvent.Lost(Now, 141));
        Assert.Equal(Outcome.Lost, spec.ThenState().Outcome);
    }

    [Fact]
    public void RecordDraw_WinnerToldAgainMuchLater_IsNothing() =>
        Given(Story.Claimed).When(new CaseCommand.RecordDraw(Now, 7, true)).ThenNothing();

    [Fact]
    public void RecordDraw_WinnerThatHasLapsedSince_IsNothing() =>
        Given(Story.LapsedAtCompany).When(new CaseCommand.RecordDraw(Now, 7, true)).ThenNothing();

    [Fact]
    public void RecordDraw_LoserToldThatItWon_IsRefused() =>
        Given(Story.Lost).When(new CaseCommand.RecordDraw(Now, 7, true)).ThenRefused("caseClosed");

    [Fact]
    public void RecordDraw_WinnerToldThatItLost_IsRefused() =>
        Given(Story.Won).When(new CaseCommand.RecordDraw(Now, 7, false)).ThenRefused("notThisStep");

    [Fact]
    public void RecordDraw_CompanyThatDeclinedBefore_IsRefused() =>
        Given(Story.Entered).And(new CaseEvent.Declined(Now, "都合"))
            .When(new CaseCommand.RecordDraw(Now, 7, true)).ThenRefused("caseClosed");

    [Theory]
    [InlineData(Exclusion.Duplicate)]
    [InlineData(Exclusion.AlreadySelected)]
    [InlineData(Exclusion.TooManyEmployees)]
    public void Exclude_WaitingCase_IsExcludedAndClosed(Exclusion reason)
    {
        var spec = Given(Story.Entered).When(new CaseCommand.Exclude(Now, reason));
        spec.Then(new CaseEvent.Excluded(Now, reason));
        Assert.Equal(Outcome.Excluded, spec.ThenState().Outcome);
    }

    [Fact]
    public void Exclude_Winner_IsRefused() =>
        Given(Story.Won).When(new CaseCommand.Exclude(Now, Exclusion.Duplicate)).ThenRefused("notThisStep");

    [Fact]
    public void PassTime_WhileWaitingForTheDraw_IsNothing() =>
        Given(Story.Entered).When(new CaseCommand.PassTime(Tokyo.At("2027-01-01T00:00:00"))).ThenNothing();
}
