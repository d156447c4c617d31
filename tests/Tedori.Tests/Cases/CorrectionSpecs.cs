using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class CorrectionSpecs
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2025-06-17T15:00:00");

    [Fact]
    public void RequestCorrection_WithoutADate_IsDueTenBusinessDaysLater() =>
        Given(Story.Registered).When(new CaseCommand.RequestCorrection(Now, Sample.Flaws)).Then(Story.Asked[^1]);

    [Fact]
    public void RequestCorrection_WithADate_IsDueThen()
    {
        var due = Tokyo.Day("2025-07-04");
        Given(Story.Registered).When(new CaseCommand.RequestCorrection(Now, Sample.Flaws, due))
            .Then(new CaseEvent.CorrectionRequested(
                Now, new(1, Step.EligibilityReview, Sample.Flaws, Tokyo.Day("2025-06-17"), due)));
    }

    [Theory]
    [InlineData("2025-06-17")]
    [InlineData("2025-06-16")]
    [InlineData("2025-06-21")]
    [InlineData("2025-07-21")]
    [InlineData("2031-06-02")]
    [InlineData("2030-12-27")]
    public void RequestCorrection_DueOnADayThatCannotBeADeadline_IsRefused(string due) =>
        Given(Story.Registered).When(new CaseCommand.RequestCorrection(Now, Sample.Flaws, Tokyo.Day(due)))
            .ThenRefused("dateNotUsable");

    [Fact]
    public void RequestCorrection_OfTheClaim_BelongsToThatReview() =>
        Given(Story.Claimed).When(new CaseCommand.RequestCorrection(Tokyo.At("2026-02-25T15:00:00"), Sample.Flaws))
            .Then(Story.ClaimAsked[^1]);

    [Fact]
    public void RequestCorrection_SecondTime_HasTheNextNumber()
    {
        var spec = Given(Story.Asked)
            .When(new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now, "answer")))
            .When(new CaseCommand.RequestCorrection(Now, Sample.Flaws));
        Assert.Equal(2, spec.ThenState().Correction!.Number);
    }

    [Fact]
    public void RequestCorrection_ForSomethingElseWhileOneIsOpen_IsRefused() =>
        Given(Story.Asked).When(new CaseCommand.RequestCorrection(Now, [new("誓約書", "押印がありません。")]))
            .ThenRefused("correctionOpen");

    [Fact]
    public void RequestCorrection_OutsideAReview_IsRefused() =>
        Given(Story.Passed).When(new CaseCommand.RequestCorrection(Now, Sample.Flaws)).ThenRefused("notThisStep");

    [Fact]
    public void AnswerCorrection_InTime_ClosesItAndTheReviewGoesOn()
    {
        var state = Given(Story.Asked).When(new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now))).ThenState();
        Assert.Null(state.Correction);
        Assert.Equal(Step.EligibilityReview, state.Step);
    }

    [Fact]
    public void AnswerCorrection_WithAnotherNumber_IsRefused() =>
        Given(Story.Asked).When(new CaseCommand.AnswerCorrection(Now, 2, Sample.Web(Now))).ThenRefused(
            "noSuchCorrection");

    [Fact]
    public void AnswerCorrection_ThatWasWithdrawn_IsRefused() =>
        Given(Story.Asked).When(new CaseCommand.WithdrawCorrection(Now, 1))
            .When(new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now))).ThenRefused("noSuchCorrection");

    [Theory]
    [InlineData(Outcome.Declined)]
    [InlineData(Outcome.Ineligible)]
    public void AnswerCorrection_OfACaseThatEndedOtherwise_IsRefused(Outcome outcome)
    {
        CaseEvent end = outcome == Outcome.Declined
            ? new CaseEvent.Declined(Now, "都合")
            : new CaseEvent.EligibilityFailed(Now, "要件");
        Given(Story.Asked).And(end).When(new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now)))
            .ThenRefused("caseClosed");
    }

    [Fact]
    public void AnswerCorrection_OfALapseElsewhere_IsRefused() =>
        Given(Story.LapsedAtCompany).When(new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now)))
            .ThenRefused("caseClosed");

    [Fact]
    public void WithdrawCorrection_Open_Withdraws()
    {
        var spec = Given(Story.Asked).When(new CaseCommand.WithdrawCorrection(Now, 1));
        spec.Then(new CaseEvent.CorrectionWithdrawn(Now, 1));
        Assert.Null(spec.ThenState().Correction);
    }

    [Fact]
    public void WithdrawCorrection_NeverAsked_IsRefused() =>
        Given(Story.Registered).When(new CaseCommand.WithdrawCorrection(Now, 1)).ThenRefused("noSuchCorrection");

    [Fact]
    public void WithdrawCorrection_OfAClosedCase_IsRefused() =>
        Given(Story.LapsedAsked).When(new CaseCommand.WithdrawCorrection(Now, 1)).ThenRefused("caseClosed");

    [Fact]
    public void Review_WithoutAnOpenCorrection_HasNoDeadline()
    {
        var spec = Given(Story.Registered).When(new CaseCommand.PassTime(Tokyo.At("2027-01-01T00:00:00")));
        spec.ThenNothing();
        Assert.Null(CaseSchedule.NextWake(Sample.R7, spec.ThenState(), Now));
    }
}
