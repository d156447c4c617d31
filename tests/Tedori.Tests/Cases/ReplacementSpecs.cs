using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>What was filed can be replaced (差し替え) until its cut-off; every version stays.</summary>
public sealed class ReplacementSpecs
{
    private static readonly Instant Cutoff = Tokyo.At("2025-06-12T17:00:00");

    [Fact]
    public void RegisterCompany_InPlaceOfTheFirst_IsAVersionOfItsOwnAndCounts()
    {
        var at = Cutoff - Tokyo.Millisecond;
        var newer = Newer(at, "second", "company");
        var spec = Given(Story.Registered).When(new CaseCommand.RegisterCompany(at, newer));

        spec.Then(new CaseEvent.CompanyRegistered(at, newer));
        var state = spec.ThenState();
        Assert.Equal(("second", Step.EligibilityReview), (state.Filed[Step.CompanyRegistration], state.Step));
        Assert.Equal(["company"], state.Replaced);
        Assert.Equal(Tokyo.Day("2025-06-12"), state.FiledOn[Step.CompanyRegistration]);
    }

    [Fact]
    public void RegisterCompany_ReceivedAtTheCutoff_IsTooLateHoweverEarlyItIsDecided() =>
        Given(Story.Registered).When(new CaseCommand.RegisterCompany(Cutoff, Newer(Cutoff, "second", "company")))
            .ThenRefused("replacedTooLate");

    [Fact]
    public void RegisterCompany_ReceivedInTimeAndDecidedAfter_IsTaken() => Assert.Single(
        Given(Story.Registered).When(new CaseCommand.RegisterCompany(
            Cutoff + Duration.FromMinutes(5), Newer(Cutoff - Tokyo.Millisecond, "second", "company"))).Accepted());

    [Fact]
    public void RegisterCompany_FirstVersionSentAgainAfterTheSecond_ChangesNothing()
    {
        var at = Tokyo.At("2025-06-11T10:00:00");
        Given(Story.Registered).When(new CaseCommand.RegisterCompany(at, Newer(at, "second", "company")))
            .When(new CaseCommand.RegisterCompany(at, Sample.Web("2025-06-10T11:00:00", "company"))).ThenNothing();
    }

    [Fact]
    public void RegisterCompany_InPlaceOfAVersionThatIsReplacedAlready_IsRefused()
    {
        var at = Tokyo.At("2025-06-11T10:00:00");
        Given(Story.Registered).When(new CaseCommand.RegisterCompany(at, Newer(at, "second", "company")))
            .When(new CaseCommand.RegisterCompany(at, Newer(at, "third", "company"))).ThenRefused("alreadyFiled");
    }

    [Theory]
    [InlineData("tick")]
    [InlineData("correction")]
    [InlineData("withdrawn")]
    [InlineData("decided")]
    public void RegisterCompany_OnceSomebodyReviewsIt_IsRefused(string how)
    {
        var at = Tokyo.At("2025-06-11T10:00:00");
        CaseEvent.CorrectionRequested asked = new(
            at, new(1, Step.EligibilityReview, Sample.Flaws, Tokyo.Day("2025-06-11"), Tokyo.Day("2025-06-25")));
        CaseEvent[] since = how switch
        {
            "tick" => [new CaseEvent.ReviewBegun(at, Step.EligibilityReview, "ito")],
            "correction" => [asked],
            "withdrawn" => [asked, new CaseEvent.CorrectionWithdrawn(at, 1)],
            _ => [new CaseEvent.EligibilityPassed(at)],
        };
        Given(Story.Registered).And(since).When(new CaseCommand.RegisterCompany(at, Newer(at, "second", "company")))
            .ThenRefused("reviewHasBegun");
    }

    [Fact]
    public void RegisterProject_WithOtherItems_MovesTheTrackAndCountsWhatIsNewFromItsOwnDay()
    {
        var at = Tokyo.At("2025-10-15T10:00:00");
        var state = Given(Story.Planned)
            .When(new CaseCommand.RegisterProject(at, Newer(at, "second", "project"), [1, 15])).ThenState();

        Assert.Equal((Track.Wage, Step.Implementation), (state.Project!.Track, state.Step));
        Assert.Equal(Tokyo.Day("2025-10-01"), ItemPeriod.Of(Sample.R7, state, 1)!.From);
        Assert.Equal(Tokyo.Day("2025-10-15"), ItemPeriod.Of(Sample.R7, state, 15)!.From);
    }

    [Fact]
    public void RegisterProject_AfterTheClaim_IsRefused()
    {
        var at = Tokyo.At("2025-10-15T10:00:00");
        Given(Story.Planned).And(new CaseEvent.ClaimSubmitted(at, Sample.Web(at, "claim"), new([1, 2], 0)))
            .When(new CaseCommand.RegisterProject(at, Newer(at, "second", "project"), [1, 3]))
            .ThenRefused("claimFiled");
    }

    [Fact]
    public void Replacement_ThatIsNotTaken_SaysWhatReallyStandsInItsWay()
    {
        foreach (var (story, text) in ((CaseEvent[], string)[])
            [(Story.Claimed, "支給申請を受理したため"), (Story.Ended, "取組の期限を過ぎたため")])
        {
            var refusal = CaseDecider.CheckReplacement(CaseEvolution.Fold(story), Step.ProjectRegistration)!;
            Assert.StartsWith(text, refusal.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("審査", refusal.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SubmitClaim_InPlaceOfTheFirst_IsWhatIsReviewed()
    {
        var at = Tokyo.At("2026-02-12T10:00:00");
        var state = Given(Story.Claimed)
            .When(new CaseCommand.SubmitClaim(at, Newer(at, "second", "claim"), [1], 0)).ThenState();
        Assert.Equal([1], state.Claim!.Items);
    }

    [Fact]
    public void Grant_ProposedBeforeAReplacement_IsRefusedAndProposedAfterItIsTaken()
    {
        var at = Tokyo.At("2026-02-12T10:00:00");
        var replaced = new CaseEvent.ClaimSubmitted(at, Newer(at, "second", "claim"), new([1, 2], 0));
        CaseSpec Decide(Instant proposed) => Given(Story.Claimed).And(replaced).When(new CaseCommand.GrantClaim(
            Tokyo.At("2026-02-13T10:00:00"), [1, 2], 0, Signed: Sample.Two, ProposedAt: proposed));

        Decide(at - Tokyo.Millisecond).ThenRefused("replacedSince");
        Assert.Single(Decide(at).Accepted());
    }

    private static Filing Newer(Instant received, string key, string replaces) =>
        Sample.Web(received, key) with { Replaces = replaces };
}
