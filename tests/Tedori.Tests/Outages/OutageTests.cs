using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Outages;

/// <summary>The company registration of round 1 ends on 2025-06-12 at 17:00.</summary>
public sealed class OutageTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250612, 183001).WithMaxTest(500);
    private static readonly Outage Evening = Of("2025-06-12T16:00:00", "2025-06-12T18:30:00");
    private static readonly Edition After = Sample.R7 with { Outages = [Evening] };

    [Theory]
    [InlineData("2025-06-12T16:59:59.999", true)]
    [InlineData("2025-06-12T17:00:00", true)]
    [InlineData("2025-06-12T18:30:00", true)]
    [InlineData("2025-06-12T18:30:00.001", false)]
    public void Filing_OfADeadlineInTheOutage_CountsUntilItsEndInclusive(string receivedAt, bool onTime)
    {
        var decision = CaseDecider.Decide(
            After, CaseEvolution.Fold(Story.Won),
            new CaseCommand.RegisterCompany(Tokyo.At(receivedAt) + Duration.FromSeconds(1), Sample.Web(receivedAt)));
        Assert.Equal(onTime, decision is Decision.Accepted);
    }

    [Theory]
    [InlineData("2025-06-12T17:00:00", "2025-06-12T18:00:00", true)]
    [InlineData("2025-06-12T17:00:00.001", "2025-06-12T18:00:00", false)]
    [InlineData("2025-06-12T16:00:00", "2025-06-12T17:00:00", false)]
    [InlineData("2025-06-12T16:00:00", "2025-06-12T17:00:00.001", true)]
    public void Deadline_AtTheEdgeOfTheOutage_LiesInItFromItsBeginningOnAndNotAtItsEnd(string from, string until, bool covered) =>
        Assert.Equal(covered, Cutoff.On(Sample.R7 with { Outages = [Of(from, until)] }, Tokyo.Day("2025-06-12"), "期限", true)
            .Outage is not null);

    [Fact]
    public void Deadline_InNoOutage_StaysWithItsSentence() => Assert.Equal(
        Cutoff.On(Sample.R7, Tokyo.Day("2025-06-13"), "期限", post: true),
        Cutoff.On(After, Tokyo.Day("2025-06-13"), "期限", post: true));

    [Fact]
    public void Deadline_InAnOutageThatAnotherGoesOnFrom_EndsWithTheLast()
    {
        var night = Of("2025-06-12T18:30:00", "2025-06-13T09:00:00");
        var cutoff = Cutoff.On(Sample.R7 with { Outages = [night, Evening] }, Tokyo.Day("2025-06-12"), "期限", post: true);
        Assert.Equal((night.End, night), (cutoff.ElectronicEnd, cutoff.Outage));
        Assert.Contains("令和7年6月13日(金) 09:00までに受信したもの", cutoff.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Post_OfADeadlineInAnOutage_IsDecidedByItsPostmarkAsEver() => Assert.IsType<Decision.Refused>(
        CaseDecider.Decide(
            After, CaseEvolution.Fold(Story.Won),
            new CaseCommand.RegisterCompany(Tokyo.At("2025-06-16T10:00:00"), Sample.Post("2025-06-13", "2025-06-16"))));

    [Theory]
    [InlineData("2025-06-25T11:59:59.999", false)]
    [InlineData("2025-06-25T12:00:00.001", true)]
    public void Lapse_OfADeadlineInAnOutageThatLastsPastTheSettlement_WaitsForItsEnd(string now, bool lapsed)
    {
        var edition = Sample.R7 with { Outages = [Of("2025-06-12T16:00:00", "2025-06-25T12:00:00")] };
        var decided = Assert.IsType<Decision.Accepted>(CaseDecider.Decide(
            edition, CaseEvolution.Fold(Story.Won), new CaseCommand.PassTime(Tokyo.At(now))));
        Assert.Equal(lapsed, decided.Events.OfType<CaseEvent.Lapsed>().Any());
    }

    [Fact]
    public void Wake_OfACaseWhoseDeadlineLiesInAnOutageThatLastsPastTheSettlement_IsAtItsEnd() => Assert.Equal(
        Tokyo.At("2025-06-25T12:00:00.001"),
        CaseSchedule.NextWake(
            Sample.R7 with { Outages = [Of("2025-06-12T16:00:00", "2025-06-25T12:00:00")] },
            CaseEvolution.Fold(Story.Won), Tokyo.At("2025-06-24T00:00:00")));

    [Fact]
    public void Filing_OfACaseThatLapsedBeforeTheOutageWasDeclared_UndoesTheLapse()
    {
        var edition = Sample.R7 with { Outages = [Of("2025-06-12T16:00:00", "2025-06-25T12:00:00")] };
        var lapsed = CaseEvolution.Fold([
            .. Story.Won,
            new CaseEvent.Lapsed(Tokyo.At("2025-06-24T00:00:00"), Step.CompanyRegistration, Tokyo.Day("2025-06-12")),
        ]);
        var decided = Assert.IsType<Decision.Accepted>(CaseDecider.Decide(
            edition, lapsed,
            new CaseCommand.RegisterCompany(Tokyo.At("2025-06-24T10:00:01"), Sample.Web("2025-06-24T10:00:00"))));
        Assert.IsType<CaseEvent.Reinstated>(decided.Events[0]);
    }

    [Theory]
    [InlineData("2025-06-12T18:00:00", "2025-06-12T18:00:00", "2025-06-12T19:00:00", "outageEndsBefore")]
    [InlineData("2025-06-12T18:00:00", "2025-06-19T18:00:00.001", "2025-06-12T19:00:00", "outageTooLong")]
    [InlineData("2025-06-12T16:00:00", "2025-06-12T18:00:00", "2025-06-13T18:00:00.001", "outageTooLate")]
    [InlineData("2025-06-12T16:00:00", "2025-06-12T18:00:00", "2025-06-13T18:00:00", null)]
    [InlineData("2025-06-12T16:00:00", "2025-06-12T20:00:00", "2025-06-12T18:00:00", null)]
    public void Declaration_IsChecked(string from, string until, string now, string? code) =>
        Assert.Equal(code, Of(from, until).Check(Tokyo.At(now))?.Code);

    [Fact]
    public void Declaration_WithoutAReason_IsRefused() => Assert.Equal(
        "reasonMissing", (Evening with { Reason = " " }).Check(Evening.Until)?.Code);

    [Fact]
    public void Law_NoFilingReceivedUpToTheEndOfItsOutageIsLate() => Hold(
        from day in Gen.Choose(-30, 200).Select(d => Tokyo.Day("2025-06-12").PlusDays(d))
        from before in Gen.Choose(0, 7 * 24 * 3600 * 1000)
        from length in Gen.Choose(1, 7 * 24 * 3600 * 1000)
        from received in Gen.Choose(0, length)
        let end = JapanTime.At(day, Sample.R7.Hours.Closes)
        let start = end - Duration.FromMilliseconds(Math.Min(before, length - 1))
        let outage = new Outage(start, start + Duration.FromMilliseconds(length), "障害", end, "p1")
        select (day, outage, at: start + Duration.FromMilliseconds(received)),
        x => Cutoff.On(Sample.R7 with { Outages = [x.outage] }, x.day, "期限", post: true)
            is var cutoff && cutoff.Admits(new Receipt.Electronic(x.at))
            && !cutoff.Admits(new Receipt.Electronic(x.outage.End)) && cutoff.SettledAt >= cutoff.ElectronicEnd);

    [Fact]
    public void Law_AnOutageTakesNoTimeFromAnybody() => Hold(
        from day in Gen.Choose(-30, 200).Select(d => Tokyo.Day("2025-06-12").PlusDays(d))
        from starts in Gen.Choose(-10_000, 10_000).ListOf()
        let end = JapanTime.At(day, Sample.R7.Hours.Closes)
        let outages = starts.Select(m => new Outage(
            end + Duration.FromMinutes(m), end + Duration.FromMinutes(m + 90), "障害", end, $"p{m}")).ToList()
        select (day, end, outages),
        x => Cutoff.On(Sample.R7 with { Outages = x.outages }, x.day, "期限", post: true).ElectronicEnd >= x.end);

    private static Outage Of(string from, string until) => new(Tokyo.At(from), Tokyo.At(until), "障害", Tokyo.At(until), "p1");

    private static void Hold<T>(Gen<T> gen, Func<T, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).Check(Fixed);
}
