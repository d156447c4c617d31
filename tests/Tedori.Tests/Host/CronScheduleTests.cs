using NodaTime;
using NodaTime.Text;
using Tedori.Local.Host;

namespace Tedori.Tests.Host;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2025-05-19T00:00:00Z", "2025-05-19T00:05:00Z")]
    [InlineData("0 */5 * * * *", "2025-05-18T23:59:59.9Z", "2025-05-19T00:00:00Z")]
    [InlineData("* * * * * *", "2025-05-19T00:00:00.5Z", "2025-05-19T00:00:01Z")]
    [InlineData("30 15 9 * * *", "2025-05-19T09:15:30Z", "2025-05-20T09:15:30Z")]
    [InlineData("0 0 0 31 * *", "2025-01-31T00:00:00Z", "2025-03-31T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2024-02-29T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z")]
    [InlineData("59 59 23 31 12 *", "2025-12-31T23:59:58Z", "2025-12-31T23:59:59Z")]
    [InlineData("0 0 9 * * 1-5", "2025-05-16T09:00:00Z", "2025-05-19T09:00:00Z")]
    [InlineData("0 0 9 * * 0", "2025-05-19T00:00:00Z", "2025-05-25T09:00:00Z")]
    [InlineData("0 0 9 * * 6", "2025-05-19T00:00:00Z", "2025-05-24T09:00:00Z")]
    [InlineData("0 0 0 13 * 5", "2025-05-19T00:00:00Z", "2025-06-13T00:00:00Z")]
    [InlineData("0 0 8-10,17 * * *", "2025-05-19T10:00:00Z", "2025-05-19T17:00:00Z")]
    [InlineData("0 10/20 * * * *", "2025-05-19T00:10:00Z", "2025-05-19T00:30:00Z")]
    [InlineData("0 10/20 * * * *", "2025-05-19T00:50:00Z", "2025-05-19T01:10:00Z")]
    [InlineData("0 0 0 1-31/10 1,7 *", "2025-01-21T00:00:00Z", "2025-01-31T00:00:00Z")]
    [InlineData("0 0 0 1-31/10 1,7 *", "2025-01-31T00:00:00Z", "2025-07-01T00:00:00Z")]
    [InlineData("5,7 0 0 1 1 *", "2025-01-01T00:00:05Z", "2025-01-01T00:00:07Z")]
    [InlineData("5-1 * * * * *", "2025-01-01T00:00:05Z", "2025-01-01T00:01:01Z")]
    [InlineData("*/0 0 0 1 1 *", "2025-01-01T00:00:05Z", "2025-01-01T00:00:06Z")]
    public void Next_AfterAnInstant_IsTheFirstThatSuits(string schedule, string after, string expected) =>
        Assert.Equal(At(expected), CronSchedule.Parse(schedule).Next(At(after)));

    [Theory]
    [InlineData("0 */7 3-20/4 1,15,31 * *")]
    [InlineData("15,45 * 6 * 2,11 1-5")]
    [InlineData("*/13 59 */6 28-31 * *")]
    public void Next_EachInTurn_MissesNoneThatSuits(string text)
    {
        var schedule = CronSchedule.Parse(text);
        var at = At("2024-02-27T00:00:00Z");
        for (var n = 0; n < 50; n++)
        {
            var next = schedule.Next(at);
            Assert.True(next > at);
            Assert.Equal(next, schedule.Next(next - Duration.Epsilon));
            Assert.Equal(next, schedule.Next(at + (next - at) / 2));
            at = next;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("1/2/3 * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData("-1 * * * * *")]
    [InlineData("1, * * * * *")]
    [InlineData("x * * * * *")]
    [InlineData("%Schedule%")]
    public void Parse_AnotherForm_IsRefused(string schedule) =>
        Assert.Throws<FormatException>(() => CronSchedule.Parse(schedule));

    [Fact]
    public void Next_DateThatNeverComes_Fails() =>
        Assert.Throws<InvalidOperationException>(
            () => CronSchedule.Parse("0 0 0 30 2 *").Next(At("2025-01-01T00:00:00Z")));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
