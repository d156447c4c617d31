using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

public sealed class LapseAndReminderSpecs
{
    public static TheoryData<string> Deadlines => Deadline.Names;

    public static TheoryData<string, int, string> ProjectLadder => new()
    {
        { "2025-10-03T09:00:00", 10, "projectRegistration-2025-10-20-b10" },
        { "2025-10-10T09:00:00", 5, "projectRegistration-2025-10-20-b5" },
        { "2025-10-16T09:00:00", 2, "projectRegistration-2025-10-20-b2" },
        { "2025-10-20T09:00:00", 0, "projectRegistration-2025-10-20-b0" },
    };

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Lapse_OneMillisecondBeforeTheEndOfTheSettlement_DoesNotHappen(string name)
    {
        var d = Deadline.Of(name);
        Given(d.Before).When(new CaseCommand.PassTime(d.SettledAt - Tokyo.Millisecond)).ThenNothing();
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Lapse_AtTheEndOfTheSettlement_Happens(string name)
    {
        var d = Deadline.Of(name);
        var spec = Given(d.Before).When(new CaseCommand.PassTime(d.SettledAt));
        spec.Then(new CaseEvent.Lapsed(d.SettledAt, d.Step, d.Date));
        Assert.Equal(Outcome.Lapsed, spec.ThenState().Outcome);
        Assert.Equal(d.Step, spec.ThenState().ClosedIn);
        Assert.Null(CaseSchedule.NextWake(Sample.R7, spec.ThenState(), d.SettledAt));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Lapse_WhileAnEnvelopeWaitsForItsPostmark_DoesNotHappenUntilThatIsSettled(string name)
    {
        var d = Deadline.Of(name);
        var before = Given(d.Before).When(new CaseCommand.PassTime(d.SettledAt - Tokyo.Millisecond));
        before.When(new CaseCommand.RecordEnvelope(d.SettledAt - Tokyo.Millisecond, "post-e1"));
        var week = d.SettledAt + Duration.FromDays(7);

        before.When(new CaseCommand.PassTime(d.SettledAt)).ThenNothing();
        before.When(new CaseCommand.PassTime(week)).ThenNothing();
        before.When(new CaseCommand.SettleEnvelope(week, "post-e1"));
        before.When(new CaseCommand.PassTime(week)).Then(new CaseEvent.Lapsed(week, d.Step, d.Date));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Envelope_FiledAfterTheSettlement_FindsTheCaseStillOpen(string name)
    {
        var d = Deadline.Of(name);
        var later = d.SettledAt + Duration.FromDays(2);
        var spec = Given(d.Before).When(new CaseCommand.RecordEnvelope(d.SettledAt - Tokyo.Millisecond, "post-e1"));
        spec.When(new CaseCommand.PassTime(later));
        var day = later.InZone(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).Date;

        var events = spec.When(d.File(Sample.Post(d.Date, day, "post-e1"), later)).Accepted();

        Assert.DoesNotContain(events, e => e is CaseEvent.Reinstated or CaseEvent.Lapsed);
        Assert.Empty(spec.ThenState().Envelopes);
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Lapse_AfterAFilingInTime_NeverHappens(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "16:59:59.999");
        var events = Given(d.Before).When(d.File(Sample.Web(at), at))
            .When(new CaseCommand.PassTime(d.SettledAt)).Accepted();
        Assert.DoesNotContain(events, e => e is CaseEvent.Lapsed lapsed && lapsed.In == d.Step);
    }

    [Fact]
    public void PassTime_LongAfterTheImplementation_EndsItAndLapsesTheClaimAtOnce()
    {
        var late = Tokyo.At("2026-04-01T00:00:00");
        Given(Story.Planned).When(new CaseCommand.PassTime(late)).Then(
            new CaseEvent.ImplementationEnded(late, Tokyo.Day("2026-01-19")),
            new CaseEvent.Lapsed(late, Step.Claim, Tokyo.Day("2026-02-20")));
    }

    [Theory]
    [MemberData(nameof(ProjectLadder))]
    public void Reminder_AtItsInstant_FallsDueAndNotBefore(string local, int days, string rung)
    {
        var at = Tokyo.At(local);
        var before = Given(Story.Passed).When(new CaseCommand.PassTime(at - Tokyo.Millisecond)).Accepted();
        Assert.DoesNotContain(before, e => e is CaseEvent.ReminderFellDue r && r.Rung == rung);
        Given(Story.Passed).When(new CaseCommand.PassTime(at)).Then(Reminder(at, days, rung));
    }

    [Fact]
    public void Reminder_WholeLadder_FallsDueOnceEach()
    {
        var spec = Given(Story.Passed);
        var days = new List<int>();
        for (var date = Tokyo.Day("2025-07-01"); date <= Tokyo.Day("2025-10-29"); date = date.PlusDays(1))
        {
            spec.When(new CaseCommand.PassTime(Tokyo.At(date, "09:00:00")));
            days.AddRange(spec.Accepted().Cast<CaseEvent.ReminderFellDue>().Select(r => r.BusinessDaysBefore));
        }

        Assert.Equal([10, 5, 2, 0], days);
    }

    [Theory]
    [InlineData("2025-10-12T03:00:00", 5)]
    [InlineData("2025-10-20T16:59:59.999", 0)]
    public void Reminder_AfterAnOutage_OnlyTheLatestRungFallsDue(string local, int days)
    {
        var at = Tokyo.At(local);
        var spec = Given(Story.Passed).When(new CaseCommand.PassTime(at));
        spec.Then(Reminder(at, days, $"projectRegistration-2025-10-20-b{days}"));
        spec.When(new CaseCommand.PassTime(at)).ThenNothing();
    }

    [Fact]
    public void Reminder_AfterTheCutoff_IsNotSentAnyMore() =>
        Given(Story.Passed).When(new CaseCommand.PassTime(Tokyo.At("2025-10-20T17:00:00"))).ThenNothing();

    [Fact]
    public void Reminder_AfterTheFiling_IsNotSent() =>
        Given(Story.Passed)
            .When(new CaseCommand.RegisterProject(
                Tokyo.At("2025-10-02T11:00:00"), Sample.Web("2025-10-02T11:00:00"), [1, 2]))
            .When(new CaseCommand.PassTime(Tokyo.At("2025-10-20T16:00:00"))).ThenNothing();

    [Fact]
    public void Reminder_OlderThanTheStep_IsNotSent()
    {
        var spec = Given(Story.Won).When(new CaseCommand.PassTime(Tokyo.At("2025-06-03T10:00:00")));
        spec.ThenNothing();
        Assert.Equal(
            Tokyo.At("2025-06-05T09:00:00"),
            CaseSchedule.NextWake(Sample.R7, spec.ThenState(), Tokyo.At("2025-06-03T10:00:00")));
    }

    [Fact]
    public void Reminder_OfACorrection_BeginsTheDayAfterItWasAsked()
    {
        var at = Tokyo.At("2025-06-24T09:00:00");
        Given(Story.Asked).When(new CaseCommand.PassTime(at - Tokyo.Millisecond)).ThenNothing();
        Given(Story.Asked).When(new CaseCommand.PassTime(at)).Then(
            new CaseEvent.ReminderFellDue(
                at, Step.EligibilityReview, Tokyo.Day("2025-07-01"), 5, "correction1-2025-07-01-b5"));
    }

    [Fact]
    public void Reminder_DuringTheImplementation_TellsOfItsLastDay()
    {
        var at = Tokyo.At("2026-01-19T09:00:00");
        Given(Story.Planned).When(new CaseCommand.PassTime(at)).Then(
            new CaseEvent.ReminderFellDue(
                at, Step.Implementation, Tokyo.Day("2026-01-19"), 0, "implementation-2026-01-19-b0"));
    }

    [Fact]
    public void Reminder_OfTheClaimThatFellDueDuringAnOutage_IsSentWhenTheImplementationIsEnded()
    {
        // −10 of 2026-02-20 is 02-05; nobody told the case the time from 01-19 to 02-06.
        var late = Tokyo.At("2026-02-06T12:00:00");
        Given(Story.Planned).When(new CaseCommand.PassTime(late)).Then(
            new CaseEvent.ImplementationEnded(late, Tokyo.Day("2026-01-19")),
            new CaseEvent.ReminderFellDue(late, Step.Claim, Tokyo.Day("2026-02-20"), 10, "claim-2026-02-20-b10"));
    }

    private static CaseEvent.ReminderFellDue Reminder(Instant at, int days, string rung) =>
        new(at, Step.ProjectRegistration, Tokyo.Day("2025-10-20"), days, rung);
}
