using NodaTime.Text;
using Tedori.Local.Host;

namespace Tedori.Tests.Host;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2025-05-19T00:00:00Z", "2025-05-19T00:05:00Z")]
    [InlineData("0 */5 * * * *", "2025-05-19T00:04:59.999Z", "2025-05-19T00:05:00Z")]
    [InlineData("0 */5 * * * *", "2025-12-31T23:57:00Z", "2026-01-01T00:00:00Z")]
    [InlineData("* * * * * *", "2025-05-19T00:00:00.5Z", "2025-05-19T00:00:01Z")]
    [InlineData("30 15 9 * * *", "2025-05-19T09:15:30Z", "2025-05-20T09:15:30Z")]
    [InlineData("0 0 0 31 * *", "2025-01-31T00:00:00Z", "2025-03-31T00:00:00Z")]
    [InlineData("0 0 0 30 2-4 *", "2025-02-01T00:00:00Z", "2025-03-30T00:00:00Z")]
    [InlineData("0 0 12 29 2 *", "2025-05-19T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("0 0 8 * * 1-5", "2025-05-23T08:00:00Z", "2025-05-26T08:00:00Z")]
    [InlineData("0 0 8 * * 0", "2025-05-19T00:00:00Z", "2025-05-25T08:00:00Z")]
    [InlineData("0 0 8 1 * 1", "2025-05-19T00:00:00Z", "2025-09-01T08:00:00Z")]
    [InlineData("0 10,40 8-9 * * *", "2025-05-19T08:40:00Z", "2025-05-19T09:10:00Z")]
    [InlineData("0 10-30/10 * * * *", "2025-05-19T08:20:00Z", "2025-05-19T08:30:00Z")]
    [InlineData("0 50/5 * * * *", "2025-05-19T08:55:00Z", "2025-05-19T09:50:00Z")]
    [InlineData("0 0 */7 * * *", "2025-05-19T21:00:00Z", "2025-05-20T00:00:00Z")]
    [InlineData("59 59 23 31 12 *", "2025-05-19T00:00:00Z", "2025-12-31T23:59:59Z")]
    public void Next_AfterAnInstant_IsTheFirstThatSuits(string schedule, string after, string expected) => Assert.Equal(
        expected,
        InstantPattern.ExtendedIso.Format(
            CronSchedule.Parse(schedule).Next(InstantPattern.ExtendedIso.Parse(after).Value)));

    [Fact]
    public void Next_OnADateThatNeverComes_SaysSo() => Assert.Throws<InvalidOperationException>(
        () => CronSchedule.Parse("0 0 0 30 2 *").Next(NodaTime.Instant.FromUtc(2025, 5, 19, 0, 0)));

    [Theory]
    [InlineData("")]
    [InlineData("* * * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* 60 * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * 32 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("* * * * * MON")]
    [InlineData("-1 * * * * *")]
    [InlineData("5-1 * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData("*/0 * * * * *")]
    [InlineData("*/5/5 * * * * *")]
    [InlineData("1, * * * * *")]
    [InlineData("+1 * * * * *")]
    public void Parse_AnotherForm_IsRefusedWithTheText(string schedule)
    {
        var failure = Assert.Throws<FormatException>(() => CronSchedule.Parse(schedule));
        Assert.Contains($"'{schedule}'", failure.Message, StringComparison.Ordinal);
    }
}
