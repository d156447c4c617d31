using NodaTime;
using Tedori.Programme.Alarms;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Alarms;

/// <summary>One mail when an alarm is confirmed, and one on each later day from the opening hour on.</summary>
public sealed class OpenAlarmTests
{
    private static readonly LocalTime Opens = new(9, 0);
    private static readonly Instant Seen = Tokyo.At("2025-06-07T02:00:00");
    private static readonly OfficeAlarm Alarm = SystemAlarms.Failed(1, 1000, Seen)!;

    // 7 June 2025 is a Saturday: the first mail waits for no hour.
    [Theory]
    [InlineData("2025-06-07T02:09:00", false)]
    [InlineData("2025-06-07T02:10:00", true)]
    public void Due_NotMailedYet_OnceItIsConfirmedAtAnyHour(string now, bool due) =>
        Assert.Equal(due, new OpenAlarm(Alarm, Seen, null).IsDue(Opens, Tokyo.At(now)));

    [Theory]
    [InlineData("2025-06-07T23:59:00", false)]
    [InlineData("2025-06-08T08:59:00", false)]
    [InlineData("2025-06-08T09:00:00", true)]
    public void Due_MailedYesterday_FromTheOpeningHourOn(string now, bool due) =>
        Assert.Equal(due, new OpenAlarm(Alarm, Seen, Tokyo.Day("2025-06-07")).IsDue(Opens, Tokyo.At(now)));

    [Fact]
    public void As_SeenAgain_LastsSinceItWasSeenFirst()
    {
        var again = new OpenAlarm(Alarm, Seen, null).As(SystemAlarms.Failed(2, 1000, Seen + Duration.FromHours(1))!);

        Assert.Equal(Seen, again.Alarm.Since);
        Assert.StartsWith("2件", again.Alarm.What, StringComparison.Ordinal);
    }
}
