using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class ExtensionSpecs
{
    public static TheoryData<string> Deadlines => Deadline.Names;

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Extend_OpenDeadline_MovesIt(string name)
    {
        var d = Deadline.Of(name);
        var (at, date) = (Tokyo.At(d.Date, "10:00:00"), Later(d.Date));
        var spec = Given(d.Before).When(Extend(at, d.Step, date));
        spec.Then(new CaseEvent.CutoffExtended(at, d.Step, date, "災害", "承認者", Signed: Sample.Two));
        Assert.Equal(date, CaseSchedule.Current(Sample.R7, spec.ThenState())!.Date);
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Extend_LapsedDeadline_ReinstatesAndTakesAFilingUntilTheNewDate(string name)
    {
        var d = Deadline.Of(name);
        var date = Later(d.SettledOn);
        var spec = Given(d.Lapsed).When(Extend(d.SettledAt, d.Step, date));
        spec.Then(
            new CaseEvent.Reinstated(d.SettledAt, d.Step),
            new CaseEvent.CutoffExtended(d.SettledAt, d.Step, date, "災害", "承認者", Signed: Sample.Two));
        var last = Tokyo.At(date, "16:59:59.999");
        spec.When(d.File(Sample.Web(last), last)).Then(d.Filed(Sample.Web(last), last));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Extend_ClosedEarlierOrUncoveredDay_IsRefused(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "10:00:00");
        var saturday = d.Date.Next(IsoDayOfWeek.Saturday);
        foreach (var date
            in new[] { saturday, d.Date.PlusDays(-1), new(2031, 6, 2), new(2030, 12, 27), new(2023, 6, 1) })
            Given(d.Before).When(Extend(at, d.Step, date)).ThenRefused("dateNotUsable");
    }

    [Fact]
    public void Extend_LapsedDeadlineToADayThatHasPassed_IsRefused() =>
        Given(Story.LapsedAtCompany)
            .When(Extend(Tokyo.At("2025-07-01T09:00:00"), Step.CompanyRegistration, Tokyo.Day("2025-07-01")))
            .ThenRefused("dateNotUsable");

    [Fact]
    public void Extend_AFutureStep_KeepsTheStep()
    {
        var at = Tokyo.At("2025-06-20T10:00:00");
        var spec = Given(Story.Registered).When(Extend(at, Step.ProjectRegistration, Tokyo.Day("2025-11-20")));
        Assert.Equal(Step.EligibilityReview, spec.ThenState().Step);
        Assert.Equal(
            Tokyo.Day("2025-11-20"), CaseSchedule.DateOf(Sample.R7, spec.ThenState(), Step.ProjectRegistration));
    }

    [Theory]
    [InlineData(Step.CompanyRegistration)]
    [InlineData(Step.EligibilityReview)]
    [InlineData(Step.Implementation)]
    [InlineData(Step.Claim)]
    public void Extend_StepThatIsPassedOrHasNoDateYet_IsRefused(Step step) =>
        Given(Story.Passed).When(Extend(Tokyo.At("2025-07-01T09:00:00"), step, Tokyo.Day("2026-04-01")))
            .ThenRefused("stepPassed");

    [Theory]
    [InlineData("2026-02-19", true)]
    [InlineData("2026-02-20", false)]
    public void Extend_Implementation_StaysBeforeTheClaim(string date, bool usable)
    {
        var spec = Given(Story.Planned)
            .When(Extend(Tokyo.At("2026-01-19T09:30:00"), Step.Implementation, Tokyo.Day(date)));
        if (usable)
            Assert.Single(spec.Accepted());
        else
            spec.ThenRefused("dateNotBeforeClaim");
    }

    [Theory]
    [InlineData("2025-06-11")]
    [InlineData("2025-06-10")]
    public void Extend_ToAnOpenDayBeforeTheDeadline_IsRefusedWithTheDeadline(string date)
    {
        var spec = Given(Story.Won)
            .When(Extend(Tokyo.At("2025-06-02T09:00:00"), Step.CompanyRegistration, Tokyo.Day(date)));
        spec.ThenRefused("dateNotLater");
    }

    [Fact]
    public void Extend_Implementation_MovesItsEnd()
    {
        var spec = Given(Story.Planned)
            .When(Extend(Tokyo.At("2026-01-19T09:30:00"), Step.Implementation, Tokyo.Day("2026-02-02")));
        var end = Tokyo.At("2026-02-03T00:00:00");
        spec.When(new CaseCommand.PassTime(end)).Then(new CaseEvent.ImplementationEnded(end, Tokyo.Day("2026-02-02")));
    }

    [Theory]
    [InlineData("", "承認者")]
    [InlineData("災害", " ")]
    public void Extend_WithoutReasonOrApproval_IsRefused(string reason, string approvedBy) =>
        Given(Story.Won).When(new CaseCommand.ExtendCutoff(
            Tokyo.At("2025-06-10T10:00:00"), Step.CompanyRegistration, Tokyo.Day("2025-06-20"), reason, approvedBy, Signed: Sample.Two))
            .ThenRefused("reasonMissing");

    [Fact]
    public void Extend_CaseThatEndedOtherwise_IsRefused()
    {
        var (at, date) = (Tokyo.At("2025-06-10T10:00:00"), Tokyo.Day("2025-06-20"));
        Given(Story.Lost).When(Extend(at, Step.CompanyRegistration, date)).ThenRefused("caseClosed");
        Given(Story.LapsedAtCompany).When(Extend(at, Step.ProjectRegistration, date)).ThenRefused("caseClosed");
    }

    [Fact]
    public void Extend_AfterTheWholeLadder_ArmsItAgainForTheNewDate()
    {
        var spec = Given(Story.Passed).When(new CaseCommand.PassTime(Tokyo.At("2025-10-20T09:00:00")))
            .When(Extend(Tokyo.At("2025-10-20T10:00:00"), Step.ProjectRegistration, Tokyo.Day("2025-11-20")));
        var at = Tokyo.At("2025-11-06T09:00:00");
        Assert.Equal(at, CaseSchedule.NextWake(Sample.R7, spec.ThenState(), Tokyo.At("2025-10-20T10:00:00")));
        spec.When(new CaseCommand.PassTime(at)).Then(new CaseEvent.ReminderFellDue(
            at, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), 10, "projectRegistration-2025-11-20-b10"));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Extend_ByAFewDays_DoesNotRemindOfRungsThatLieBeforeIt(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "10:00:00");
        Given(d.Before).When(Extend(at, d.Step, Sample.R7.Calendar.AddBusinessDays(d.Date, 4)))
            .When(new CaseCommand.PassTime(at)).ThenNothing();
    }

    [Fact]
    public void Extend_Twice_TheLaterDateHolds()
    {
        var at = Tokyo.At("2025-06-10T10:00:00");
        var state = Given(Story.Won)
            .When(Extend(at, Step.CompanyRegistration, Tokyo.Day("2025-06-20")))
            .When(Extend(at, Step.CompanyRegistration, Tokyo.Day("2025-06-27"))).ThenState();
        Assert.Equal(Tokyo.Day("2025-06-27"), CaseSchedule.Current(Sample.R7, state)!.Date);
    }

    private static CaseCommand.ExtendCutoff Extend(Instant at, Step step, LocalDate date) =>
        new(at, step, date, "災害", "承認者", Sample.Two);

    private static LocalDate Later(LocalDate date) => Sample.R7.Calendar.AddBusinessDays(date, 15);
}
