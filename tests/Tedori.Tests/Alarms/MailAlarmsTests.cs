using NodaTime;
using Tedori.Programme.Alarms;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Alarms;

/// <summary>The office is open from 9 to 17 on business days; four of these hours are an alarm.</summary>
public sealed class MailAlarmsTests
{
    private const string Monday = "2025-06-02T10:00:00";

    // 23 May 2025 is a Friday; 26 December 2025 too, after which the office opens on Monday, 5 January.
    [Theory]
    [InlineData("2025-06-02T10:00:00", "2025-06-02T13:59:00", "2025-06-02T14:00:00")]
    [InlineData("2025-06-02T07:00:00", "2025-06-02T12:59:00", "2025-06-02T13:00:00")]
    [InlineData("2025-06-02T15:00:00", "2025-06-03T10:59:00", "2025-06-03T11:00:00")]
    [InlineData("2025-05-23T15:00:00", "2025-05-26T10:59:00", "2025-05-26T11:00:00")]
    [InlineData("2025-05-24T12:00:00", "2025-05-26T12:59:00", "2025-05-26T13:00:00")]
    [InlineData("2025-12-26T16:00:00", "2026-01-05T11:59:00", "2026-01-05T12:00:00")]
    public void Alarms_AfterFourHoursOfTheOffice_AndNotAMinuteBefore(string since, string before, string at)
    {
        var taken = MailFlow.None with { Taken = [Tokyo.At(since)] };
        var failed = MailFlow.None with { Failed = [Tokyo.At(since)] };

        Assert.Null(MailAlarms.Undelivered(Sample.R7, taken, Tokyo.At(before)));
        Assert.Equal(Tokyo.At(since), MailAlarms.Undelivered(Sample.R7, taken, Tokyo.At(at))?.Since);
        Assert.Null(MailAlarms.NotTaken(Sample.R7, failed, Tokyo.At(before)));
        Assert.Equal(Tokyo.At(since), MailAlarms.NotTaken(Sample.R7, failed, Tokyo.At(at))?.Since);
    }

    [Fact]
    public void Between_AnEndThatIsNotLater_IsNothing() =>
        Assert.Equal(Duration.Zero, OfficeHours.Between(Sample.R7, Tokyo.At("2025-06-03T10:00:00"), Tokyo.At(Monday)));

    [Fact]
    public void Between_TwoWeeks_CountsTheHoursOfTenBusinessDays() =>
        Assert.Equal(
            Duration.FromHours(80),
            OfficeHours.Between(Sample.R7, Tokyo.At("2025-05-31T00:00:00"), Tokyo.At("2025-06-14T00:00:00")));

    [Fact]
    public void NoMail_IsNoAlarm()
    {
        Assert.Null(MailAlarms.Undelivered(Sample.R7, MailFlow.None, Tokyo.At(Monday)));
        Assert.Null(MailAlarms.NotTaken(Sample.R7, MailFlow.None, Tokyo.At(Monday)));
    }

    [Fact]
    public void Undelivered_CountsFromTheFirstMailAfterTheLastDelivery()
    {
        var flow = MailFlow.None with { Taken = [At("09:30"), At("10:30"), At("11:30")], Delivered = [At("10:00")] };

        Assert.Null(MailAlarms.Undelivered(Sample.R7, flow, At("14:29")));
        Assert.Equal(At("10:30"), MailAlarms.Undelivered(Sample.R7, flow, At("14:30"))!.Since);
        Assert.Null(MailAlarms.Undelivered(Sample.R7, flow with { Delivered = [At("10:00"), At("11:40")] }, At("16:59")));
    }

    // One address that is wrong is the task of whoever looks after that company.
    [Fact]
    public void Undelivered_AMailThatCameBack_IsNone_ManyAre()
    {
        var one = MailFlow.None with { Taken = [At("09:00")], Returned = [At("09:10")] };
        var many = one with { Taken = [At("09:00"), At("09:20"), At("09:40")] };

        Assert.Null(MailAlarms.Undelivered(Sample.R7, one, At("16:00")));
        Assert.Contains("戻ってきた", MailAlarms.Undelivered(Sample.R7, many, At("16:00"))!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void NotTaken_EndsWithTheNextMailThatIsTaken()
    {
        var failed = MailFlow.None with { Failed = [At("09:00"), At("10:00")] };

        Assert.NotNull(MailAlarms.NotTaken(Sample.R7, failed, At("13:00")));
        Assert.Null(MailAlarms.NotTaken(Sample.R7, failed with { Taken = [At("10:10")] }, At("16:00")));
        Assert.Null(MailAlarms.NotTaken(Sample.R7, failed with { Delivered = [At("10:10")] }, At("16:00")));
        Assert.Equal(
            At("11:00"),
            MailAlarms.NotTaken(
                Sample.R7, new([At("10:10")], [], [], [At("09:00"), At("11:00")]), At("15:00"))!.Since);
    }

    private static Instant At(string time) => Tokyo.At($"2025-06-02T{time}:00");
}
