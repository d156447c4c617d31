using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>What a filing on paper leaves open becomes a correction, and what is not stated is not paid.</summary>
public sealed class PaperGapSpecs
{
    private static readonly FilingGap Plan = new("②の計画", "「②の計画」を入力してください。", 2);
    private static readonly FilingGap Founded = new("設立の年月日", "「設立の年月日」を入力してください。");
    private static readonly NodaTime.Instant ClaimAt = Tokyo.At("2026-02-10T11:00:00");

    [Fact]
    public void Company_WithAGap_IsTakenAndTheGapAskedForAtOnce()
    {
        var at = Tokyo.At("2025-06-10T11:00:00");
        var filing = Sample.Post("2025-06-09", "2025-06-10") with { Gaps = [Founded] };
        Given(Story.Won).When(new CaseCommand.RegisterCompany(at, filing)).Then(
            new CaseEvent.CompanyRegistered(at, filing),
            new CaseEvent.CorrectionRequested(at, new(
                1, Step.EligibilityReview, [new("設立の年月日", "「設立の年月日」を入力してください。")], Tokyo.Day("2025-06-10"),
                Tokyo.Day("2025-06-24"))));
    }

    [Fact]
    public void Project_WithAGap_IsTakenAndTheGapAskedForWithTheClaim()
    {
        var at = Tokyo.At("2025-10-02T11:00:00");
        var spec = Given(Story.Visited).When(new CaseCommand.RegisterProject(
            at, Sample.Post("2025-10-01", "2025-10-02") with { Gaps = [Plan] }, [1, 2]));
        Assert.Null(spec.ThenState().Correction);

        spec.When(new CaseCommand.SubmitClaim(ClaimAt, Sample.Web(ClaimAt, "claim"), [1, 2], 0));

        Assert.Equal("②の計画", Assert.Single(spec.ThenState().Correction!.Items).Subject);
    }

    [Fact]
    public void Grant_OfAnItemThatIsNotStated_WaitsForTheAnswerToItsCorrection()
    {
        var filing = Sample.Post("2026-02-09", "2026-02-10", "claim") with { Gaps = [Plan] };
        var spec = Given(Story.Ended).When(new CaseCommand.SubmitClaim(ClaimAt, filing, [1, 2], 0));
        var later = ClaimAt + NodaTime.Duration.FromDays(1);

        spec.When(new CaseCommand.AnswerCorrection(later, 1, Sample.Web(later, "answer")));
        spec.When(new CaseCommand.GrantClaim(later, [1, 2], 0, Signed: Sample.Two));

        Assert.Equal(Outcome.Granted, spec.ThenState().Outcome);
    }

    [Fact]
    public void Grant_OfAnItemWhoseCorrectionWasTakenBackOrLeftOpenAgain_IsRefused()
    {
        var filing = Sample.Post("2026-02-09", "2026-02-10", "claim") with { Gaps = [Plan] };
        var later = ClaimAt + NodaTime.Duration.FromDays(1);
        var answer = Sample.Post("2026-02-10", "2026-02-11", "answer") with { Gaps = [Plan] };
        foreach (var end in (CaseCommand[])
            [new CaseCommand.WithdrawCorrection(later, 1), new CaseCommand.AnswerCorrection(later, 1, answer)])
        {
            var spec = Given(Story.Ended).When(new CaseCommand.SubmitClaim(ClaimAt, filing, [1, 2], 0));
            spec.When(end);
            spec.When(new CaseCommand.GrantClaim(later, [1, 2], 0, Signed: Sample.Two)).ThenRefused("itemNotStated");
        }
    }

    [Fact]
    public void Pass_WithoutWhatWasMissing_ForgetsIt()
    {
        var at = Tokyo.At("2025-06-10T11:00:00");
        var spec = Given(Story.Won).When(new CaseCommand.RegisterCompany(
            at, Sample.Post("2025-06-09", "2025-06-10") with { Gaps = [Founded] }));
        spec.When(new CaseCommand.WithdrawCorrection(at, 1)).When(new CaseCommand.PassEligibility(at, Sample.Two));
        Assert.Empty(spec.ThenState().Gaps);
    }
}
