using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class ClaimReviewSpecs
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2026-08-03T16:00:00");

    [Fact]
    public void GrantClaim_AllAsClaimed_GrantsWithItsExplanation()
    {
        var spec = Given(Story.ClaimedWage).When(new CaseCommand.GrantClaim(Now, [15, 1], 3, Signed: Sample.Two));
        var granted = Assert.IsType<CaseEvent.GrantDecided>(Assert.Single(spec.Accepted()));
        Assert.Equal([1, 15], granted.Approved.Items);
        Assert.Equal(460_000, granted.Yen);
        Assert.NotEmpty(granted.Explanation);
        Assert.Equal(460_000, spec.ThenState().GrantYen);
        Assert.Equal(Outcome.Granted, spec.ThenState().Outcome);
    }

    [Fact]
    public void GrantClaim_FewerPersonsThanClaimed_GrantsForThose() =>
        Assert.Equal(
            220_000,
            Given(Story.ClaimedWage).When(new CaseCommand.GrantClaim(Now, [1, 15], 1, Signed: Sample.Two)).ThenState().GrantYen);

    [Fact]
    public void GrantClaim_MorePersonsThanClaimed_IsRefused() =>
        Given(Story.ClaimedWage).When(new CaseCommand.GrantClaim(Now, [1, 15], 4, Signed: Sample.Two))
            .ThenRefused("morePersonsThanClaimed");

    [Fact]
    public void GrantClaim_ItemThatWasNotClaimed_IsRefused() =>
        Given(Story.Claimed).When(new CaseCommand.GrantClaim(Now, [1, 2, 3], 0, Signed: Sample.Two)).ThenRefused("itemNotRegistered");

    [Fact]
    public void GrantClaim_OneItemOnly_IsRefusedBecauseNothingWouldBePaid() =>
        Given(Story.Claimed).When(new CaseCommand.GrantClaim(Now, [1], 0, Signed: Sample.Two)).ThenRefused("nothingToGrant");

    [Fact]
    public void GrantClaim_NoItem_IsRefused() =>
        Given(Story.Claimed).When(new CaseCommand.GrantClaim(Now, [], 0, Signed: Sample.Two)).ThenRefused("noItems");

    [Fact]
    public void GrantClaim_PersonsWithoutTheWageItem_IsRefused() =>
        Given(Story.ClaimedWage).When(new CaseCommand.GrantClaim(Now, [1], 1, Signed: Sample.Two)).ThenRefused("personsDoNotMatch");

    [Fact]
    public void GrantClaim_ItemThatDoesNotExist_IsRefused() =>
        Given(Story.Claimed).When(new CaseCommand.GrantClaim(Now, [1, 2, 16], 0, Signed: Sample.Two)).ThenRefused("unknownItem");

    [Fact]
    public void GrantClaim_WithAnOpenCorrection_IsRefused() =>
        Given(Story.ClaimAsked).When(new CaseCommand.GrantClaim(Now, [1, 2], 0, Signed: Sample.Two)).ThenRefused("correctionOpen");

    [Fact]
    public void GrantClaim_BeforeTheClaim_IsRefused() =>
        Given(Story.Ended).When(new CaseCommand.GrantClaim(Now, [1, 2], 0, Signed: Sample.Two)).ThenRefused("notThisStep");

    [Fact]
    public void GrantClaim_AfterItWasRefused_IsRefused() =>
        Given(Story.Claimed).And(new CaseEvent.GrantRefused(Now, "理由"))
            .When(new CaseCommand.GrantClaim(Now, [1, 2], 0, Signed: Sample.Two)).ThenRefused("caseClosed");

    [Fact]
    public void RefuseClaim_WithAReason_Ends()
    {
        var spec = Given(Story.Claimed).When(new CaseCommand.RefuseClaim(Now, "実施の記録がありません。", Signed: Sample.Two));
        spec.Then(new CaseEvent.GrantRefused(Now, "実施の記録がありません。", Signed: Sample.Two));
        Assert.Equal(Outcome.Refused, spec.ThenState().Outcome);
    }

    [Fact]
    public void RefuseClaim_WithoutAReason_IsRefused() =>
        Given(Story.Claimed).When(new CaseCommand.RefuseClaim(Now, "", Signed: Sample.Two)).ThenRefused("reasonMissing");

    [Theory]
    [InlineData("2026-03-11T17:00:00")]
    [InlineData("2026-03-23T23:59:59.999")]
    public void RefuseClaim_WhileTheCompanyMayAnswerACorrection_IsRefused(string at)
    {
        var refusal = Given(Story.ClaimAsked).When(new CaseCommand.RefuseClaim(Tokyo.At(at), "理由", Signed: Sample.Two))
            .ThenRefused("correctionRuns");
        Assert.Contains("令和8年3月11日(水)", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RefuseClaim_OnceThePostOfTheCorrectionIsSettled_Ends()
    {
        var at = Tokyo.At("2026-03-24T00:00:00");
        Given(Story.ClaimAsked).When(new CaseCommand.RefuseClaim(at, "理由", Signed: Sample.Two)).Then(new CaseEvent.GrantRefused(at, "理由", Signed: Sample.Two));
    }

    [Fact]
    public void RefuseClaim_BeforeTheClaim_IsRefused() =>
        Given(Story.Planned).When(new CaseCommand.RefuseClaim(Now, "理由", Signed: Sample.Two)).ThenRefused("notThisStep");

    [Fact]
    public void RefuseClaim_AfterTheGrant_IsRefused() =>
        Given(Story.Granted).When(new CaseCommand.RefuseClaim(Now, "理由", Signed: Sample.Two)).ThenRefused("caseClosed");
}
