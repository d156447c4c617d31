using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class ProjectAndClaimSpecs
{
    private static readonly Instant Project = Tokyo.At("2025-10-01T11:00:00");
    private static readonly Instant ClaimAt = Tokyo.At("2026-02-10T11:00:00");

    public static TheoryData<int[], Track> Tracks => new()
    {
        { [1, 2], Track.Plain },
        { [14, 1, 2, 2], Track.Plain },
        { [1, 15], Track.Wage },
        { [15, 3, 1], Track.Wage },
    };

    [Theory]
    [MemberData(nameof(Tracks))]
    public void RegisterProject_Items_AreKeptOnceInOrderAndFixTheTrack(int[] items, Track track)
    {
        var project = Given(Story.Passed).When(Register(items)).ThenState().Project!;
        Assert.Equal(items.Distinct().Order(), project.Items);
        Assert.Equal(track, project.Track);
    }

    [Theory]
    [InlineData(Track.Plain, "2026-01-19", "2026-02-20")]
    [InlineData(Track.Wage, "2026-06-17", "2026-07-22")]
    public void Track_OnceRegistered_FixesTheLaterDates(Track track, string implementation, string claim)
    {
        var state = Given(track == Track.Wage ? Story.PlannedWage : Story.Planned).State;
        Assert.Equal(Tokyo.Day(implementation), CaseSchedule.DateOf(Sample.R7, state, Step.Implementation));
        Assert.Equal(Tokyo.Day(claim), CaseSchedule.DateOf(Sample.R7, state, Step.Claim));
    }

    [Fact]
    public void Track_BeforeTheRegistration_LeavesTheLaterDatesOpen()
    {
        var state = Given(Story.Passed).State;
        Assert.Null(CaseSchedule.DateOf(Sample.R7, state, Step.Implementation));
        Assert.Null(CaseSchedule.Of(Sample.R7, state, Step.Claim));
    }

    [Theory]
    [InlineData]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(1, 1)]
    public void RegisterProject_FewerThanTwoDistinctItems_IsRefused(params int[] items) =>
        Given(Story.Passed).When(Register(items)).ThenRefused("tooFewItems");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 16)]
    [InlineData(-1, 2)]
    public void RegisterProject_ItemThatDoesNotExist_IsRefused(params int[] items) =>
        Given(Story.Passed).When(Register(items)).ThenRefused("unknownItem");

    [Fact]
    public void RegisterProject_BeforeThePass_IsRefused() =>
        Given(Story.Registered).When(Register([1, 2])).ThenRefused("notThisStep");

    [Fact]
    public void RegisterProject_AnotherFiling_IsRefused() =>
        Given(Story.Planned).When(Register([3, 4])).ThenRefused("alreadyFiled");

    [Fact]
    public void ImplementationEnds_AtMidnightAfterItsLastDay_AndNotBefore()
    {
        var end = Tokyo.At("2026-01-20T00:00:00");
        Assert.DoesNotContain(
            Given(Story.Planned).When(new CaseCommand.PassTime(end - Tokyo.Millisecond)).Accepted(),
            e => e is CaseEvent.ImplementationEnded);
        Given(Story.Planned).When(new CaseCommand.PassTime(end))
            .Then(new CaseEvent.ImplementationEnded(end, Tokyo.Day("2026-01-19")));
    }

    [Fact]
    public void SubmitClaim_DuringTheImplementation_IsAccepted()
    {
        var at = Tokyo.At("2025-12-01T10:00:00");
        Given(Story.Planned).When(Submit(at, [2, 1], 0))
            .Then(new CaseEvent.ClaimSubmitted(at, Sample.Web(at), new([1, 2], 0)));
    }

    [Fact]
    public void SubmitClaim_WageTrackAfterThePlainDate_IsAccepted()
    {
        var at = Tokyo.At("2026-07-22T16:59:59.999");
        Given(Story.EndedWage).When(Submit(at, [1, 15], 10))
            .Then(new CaseEvent.ClaimSubmitted(at, Sample.Web(at), new([1, 15], 10)));
    }

    [Fact]
    public void SubmitClaim_BeforeTheProjectIsRegistered_IsRefused() =>
        Given(Story.Visited).When(Submit(ClaimAt, [1, 2], 0)).ThenRefused("notThisStep");

    [Fact]
    public void SubmitClaim_WithoutItems_IsRefused() =>
        Given(Story.Ended).When(Submit(ClaimAt, [], 0)).ThenRefused("noItems");

    [Fact]
    public void SubmitClaim_ItemThatDoesNotExist_IsRefused() =>
        Given(Story.Ended).When(Submit(ClaimAt, [1, 99], 0)).ThenRefused("unknownItem");

    [Fact]
    public void SubmitClaim_ItemThatWasNotRegistered_IsRefused() =>
        Given(Story.Ended).When(Submit(ClaimAt, [1, 3], 0)).ThenRefused("itemNotRegistered");

    [Theory]
    [InlineData(0, 1, 15)]
    [InlineData(-1, 1, 15)]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    public void SubmitClaim_PersonsThatDoNotGoWithTheItems_IsRefused(int persons, params int[] items) =>
        Given(Story.EndedWage).When(Submit(ClaimAt, items, persons)).ThenRefused("personsDoNotMatch");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void SubmitClaim_BeforeBothVisits_IsReceivedAndGrantedOnlyAfterThem(int visits)
    {
        CaseEvent[] past = [.. Story.Passed, .. Story.Visited[^2..].Take(visits), .. Story.Ended[^2..]];
        var later = ClaimAt + Duration.FromDays(20);
        var spec = Given(past).When(Submit(ClaimAt, [1, 2], 0));
        Assert.Equal(Step.ClaimReview, spec.ThenState().Step);

        spec.When(new CaseCommand.GrantClaim(later, [1, 2], 0, Signed: Sample.Two)).ThenRefused("visitsMissing");
        for (var number = visits + 1; number <= 2; number++)
            spec.When(new CaseCommand.RecordVisit(later, number, Tokyo.Day("2025-12-01")));
        spec.When(new CaseCommand.GrantClaim(later, [1, 2], 0, Signed: Sample.Two));

        Assert.Equal(Outcome.Granted, spec.ThenState().Outcome);
    }

    [Fact]
    public void SubmitClaim_OnPaperAfterTheLapseAndWithoutVisits_UndoesTheLapse()
    {
        CaseEvent[] past = [.. Story.Passed, .. Story.Ended[^2..], Story.LapsedAtClaim[^1]];
        var filing = Sample.Post("2026-02-20", "2026-03-10");
        var spec = Given(past).When(
            new CaseCommand.SubmitClaim(Tokyo.At("2026-03-10T10:00:00"), filing, [1, 2], 0));
        Assert.Equal((Step.ClaimReview, (Outcome?)null), (spec.ThenState().Step, spec.ThenState().Outcome));
    }

    private static CaseCommand.RegisterProject Register(int[] items) =>
        new(Project, Sample.Web(Project), items);

    private static CaseCommand.SubmitClaim Submit(Instant at, int[] items, int persons) =>
        new(at, Sample.Web(at), items, persons);
}
