using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Development;
using Tedori.Functions.Settings;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;

namespace Tedori.Tests.Development;

public sealed class DevelopmentClockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeClock real = new(Tokyo.At("2026-11-30T10:00:00"));

    private string File => folder["development/clock.txt"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Clock_WithoutAFile_IsRight() =>
        Assert.Equal(real.GetCurrentInstant(), DevelopmentClock.Open(File, real).GetCurrentInstant());

    [Fact]
    public void Clock_ThatWasMoved_RunsOnFromThere()
    {
        var clock = DevelopmentClock.Open(File, real);

        Assert.Null(Move(clock, "2026-12-04T17:01"));
        Assert.Equal(Tokyo.At("2026-12-04T17:01:00"), clock.GetCurrentInstant());
        real.Advance(Duration.FromHours(2));
        Assert.Equal(Tokyo.At("2026-12-04T19:01:00"), clock.GetCurrentInstant());
        Assert.Equal(Tokyo.At("2026-12-04T19:01:00"), DevelopmentClock.Open(File, real).GetCurrentInstant());
    }

    [Fact]
    public void Clock_WhoseFileIsWrittenByHand_MovesWithoutARestart()
    {
        var clock = DevelopmentClock.Open(File, real);
        Write("2027-01-04T09:00\n");

        Assert.Equal(Tokyo.At("2027-01-04T09:00:00"), clock.GetCurrentInstant());
    }

    [Theory]
    [InlineData("2026-11-30T09:59", "時計は戻せません。")]
    [InlineData("2025-05-19T10:00", "時計は戻せません。")]
    [InlineData("", "日時を読み取れません。")]
    [InlineData("tomorrow", "日時を読み取れません。")]
    public void Clock_ThatCannotBeMovedThere_SaysWhyAndRunsOn(string to, string why)
    {
        var clock = DevelopmentClock.Open(File, real);

        Assert.Equal(why, clock.MoveTo(to));
        Assert.Equal(real.GetCurrentInstant(), clock.GetCurrentInstant());
    }

    [Fact]
    public void Clock_WhoseFileGoesBackOrSaysNothing_RunsOn()
    {
        var clock = DevelopmentClock.Open(File, real);
        Move(clock, "2026-12-04T17:01");
        var ahead = clock.GetCurrentInstant() - real.GetCurrentInstant();
        foreach (var text in new[] { "2026-12-01T09:00", "", "half past" })
        {
            Write(text);
            Assert.Equal(real.GetCurrentInstant() + ahead, clock.GetCurrentInstant());
        }
    }

    [Theory]
    [InlineData("2025-05-19T10:00", "the clock runs ahead of real time only")]
    [InlineData("now", "is no Japanese time such as 2026-12-04T17:01.")]
    public void Start_WithAFileThatDoesNotHold_IsRefusedInOneSentence(string text, string why)
    {
        Write(text);
        var failure = Assert.Throws<SettingsException>(() => DevelopmentClock.Open(File, real));

        Assert.Contains(why, Assert.Single(failure.Faults), StringComparison.Ordinal);
        Assert.Contains(File, failure.Message, StringComparison.Ordinal);
    }

    private string? Move(DevelopmentClock clock, string to)
    {
        var fault = clock.MoveTo(to);
        if (fault is null)
            System.IO.File.SetLastWriteTimeUtc(File, real.GetCurrentInstant().ToDateTimeUtc());
        return fault;
    }

    // Each is written a little later than the one before, as by hand.
    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        real.Advance(Duration.FromSeconds(1));
        System.IO.File.WriteAllText(File, text);
        System.IO.File.SetLastWriteTimeUtc(File, real.GetCurrentInstant().ToDateTimeUtc());
    }
}
