using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class EligibilitySpecs
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2025-06-25T14:00:00");

    [Fact]
    public void PassEligibility_InReview_Passes()
    {
        var spec = Given(Story.Registered).When(new CaseCommand.PassEligibility(Now, Signed: Sample.Two));
        spec.Then(new CaseEvent.EligibilityPassed(Now, Signed: Sample.Two));
        Assert.Equal(Step.ProjectRegistration, spec.ThenState().Step);
    }

    [Fact]
    public void PassEligibility_BeforeTheRegistration_IsRefused() =>
        Given(Story.Won).When(new CaseCommand.PassEligibility(Now, Signed: Sample.Two)).ThenRefused("notThisStep");

    [Fact]
    public void PassEligibility_WithAnOpenCorrection_IsRefused() =>
        Given(Story.Asked).When(new CaseCommand.PassEligibility(Now, Signed: Sample.Two)).ThenRefused("correctionOpen");

    [Fact]
    public void PassEligibility_LastMillisecondBeforeTheNextCutoff_Passes()
    {
        var at = Tokyo.At("2025-10-20T16:59:59.999");
        Given(Story.Registered).When(new CaseCommand.PassEligibility(at, Signed: Sample.Two)).Then(new CaseEvent.EligibilityPassed(at, Signed: Sample.Two));
    }

    [Fact]
    public void PassEligibility_AtTheNextCutoff_IsRefusedUntilItIsExtended()
    {
        var at = Tokyo.At("2025-10-20T17:00:00");
        var spec = Given(Story.Registered).When(new CaseCommand.PassEligibility(at, Signed: Sample.Two));
        spec.ThenRefused("nextCutoffPassed");
        Given(Story.Registered)
            .When(new CaseCommand.ExtendCutoff(at, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), "審査の遅れ", "承認者", Signed: Sample.Two))
            .When(new CaseCommand.PassEligibility(at, Signed: Sample.Two))
            .Then(new CaseEvent.EligibilityPassed(at, Signed: Sample.Two));
    }

    [Fact]
    public void FailEligibility_WithAReason_Ends()
    {
        var spec = Given(Story.Registered).When(new CaseCommand.FailEligibility(Now, "就業規則の届出がありません。", Signed: Sample.Two));
        spec.Then(new CaseEvent.EligibilityFailed(Now, "就業規則の届出がありません。", Signed: Sample.Two));
        Assert.Equal(Outcome.Ineligible, spec.ThenState().Outcome);
        Assert.Equal(Step.EligibilityReview, spec.ThenState().ClosedIn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void FailEligibility_WithoutAReason_IsRefused(string reason) =>
        Given(Story.Registered).When(new CaseCommand.FailEligibility(Now, reason, Signed: Sample.Two)).ThenRefused("reasonMissing");

    [Theory]
    [InlineData("2025-06-25T14:00:00")]
    [InlineData("2025-07-01T17:00:00")]
    [InlineData("2025-07-10T23:59:59.999")]
    public void FailEligibility_WhileTheCompanyMayAnswerACorrection_IsRefused(string at)
    {
        var refusal = Given(Story.Asked).When(new CaseCommand.FailEligibility(Tokyo.At(at), "理由", Signed: Sample.Two))
            .ThenRefused("correctionRuns");
        Assert.Contains("令和7年7月1日(火)", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FailEligibility_OnceThePostOfTheCorrectionIsSettled_Ends()
    {
        var at = Tokyo.At("2025-07-11T00:00:00");
        Given(Story.Asked).When(new CaseCommand.FailEligibility(at, "理由", Signed: Sample.Two)).Then(
            new CaseEvent.EligibilityFailed(at, "理由", Signed: Sample.Two));
    }

    [Fact]
    public void FailEligibility_OnceTheCorrectionIsAnsweredOrWithdrawn_Ends()
    {
        Given(Story.Asked)
            .When(new CaseCommand.AnswerCorrection(Now, 1, Sample.Web(Now, "answer")))
            .When(new CaseCommand.FailEligibility(Now, "理由", Signed: Sample.Two)).Then(new CaseEvent.EligibilityFailed(Now, "理由", Signed: Sample.Two));
        Given(Story.Asked)
            .When(new CaseCommand.WithdrawCorrection(Now, 1))
            .When(new CaseCommand.FailEligibility(Now, "理由", Signed: Sample.Two)).Then(new CaseEvent.EligibilityFailed(Now, "理由", Signed: Sample.Two));
    }

    [Fact]
    public void FailEligibility_WhileACorrectionWithALaterDateRuns_WaitsForThatDate()
    {
        var spec = Given(Story.Asked).When(new CaseCommand.ExtendCutoff(
            Now, Step.EligibilityReview, Tokyo.Day("2025-08-01"), "証明書の発行の遅れ", "承認者", Signed: Sample.Two));
        spec.When(new CaseCommand.FailEligibility(Tokyo.At("2025-07-11T00:00:00"), "理由", Signed: Sample.Two)).ThenRefused("correctionRuns");
    }

    [Fact]
    public void FailEligibility_AfterItPassed_IsRefused() =>
        Given(Story.Passed).When(new CaseCommand.FailEligibility(Now, "理由", Signed: Sample.Two)).ThenRefused("notThisStep");

    [Fact]
    public void RecordVisit_First_IsRecorded()
    {
        var at = Tokyo.At("2025-08-02T10:00:00");
        Given(Story.Passed).When(new CaseCommand.RecordVisit(at, 1, Tokyo.Day("2025-08-01"))).Then(Story.Visited[^2]);
    }

    [Theory]
    [InlineData(2, "2025-08-01")]
    [InlineData(0, "2025-08-01")]
    [InlineData(1, "2025-08-03")]
    public void RecordVisit_OutOfOrderOrInTheFuture_IsRefused(int number, string date) =>
        Given(Story.Passed)
            .When(new CaseCommand.RecordVisit(Tokyo.At("2025-08-02T10:00:00"), number, Tokyo.Day(date)))
            .ThenRefused("visitNotUsable");

    [Theory]
    [InlineData(2, "2025-09-02")]
    [InlineData(3, "2025-09-02")]
    public void RecordVisit_OnAnotherDateOrOneTooMany_IsRefused(int number, string date) =>
        Given(Story.Visited)
            .When(new CaseCommand.RecordVisit(Tokyo.At("2025-10-02T10:00:00"), number, Tokyo.Day(date)))
            .ThenRefused("visitNotUsable");

    [Fact]
    public void RecordVisit_BeforeThePass_IsRefused() =>
        Given(Story.Registered).When(new CaseCommand.RecordVisit(Now, 1, Tokyo.Day("2025-06-24")))
            .ThenRefused("notThisStep");

    [Fact]
    public void RecordVisit_DuringTheImplementation_IsRecorded()
    {
        var at = Tokyo.At("2025-12-02T10:00:00");
        CaseEvent[] once = [.. Story.Visited[..^1], Story.Planned[^1]];
        Given(once).When(new CaseCommand.RecordVisit(at, 2, Tokyo.Day("2025-12-01")))
            .Then(new CaseEvent.VisitRecorded(at, 2, Tokyo.Day("2025-12-01")));
    }
}
