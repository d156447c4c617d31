using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Local.Serve;
using Tedori.Testing.Data;

namespace Tedori.Tests.Serve;

public sealed class ServeClockTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2025, 11, 6, 1, 0);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Open_NewFolder_BeginsAtTheInstantAndIsKept()
    {
        Assert.False(ServeClock.Exists(folder.Path));
        Assert.True(ServeClock.Open(folder.Path, Start).Now >= Start);
        Assert.True(ServeClock.Exists(folder.Path));
    }

    [Fact]
    public void Open_Again_GoesOnLaterThanBeforeWhateverTheStart()
    {
        var seen = Start;
        for (var restart = 0; restart < 5; restart++)
        {
            var clock = ServeClock.Open(folder.Path, Start);
            Assert.True(clock.Now > seen || restart == 0, $"{clock.Now} after {seen}");
            clock.Keep();
            seen = clock.Now;
        }
    }

    [Fact]
    public void JumpTo_ALaterInstant_IsKeptBeforeAnythingElse()
    {
        ServeClock.Open(folder.Path, Start).JumpTo(Start + Duration.FromDays(30));

        Assert.True(ServeClock.Open(folder.Path, Start).Now > Start + Duration.FromDays(30));
    }

    [Fact]
    public void JumpTo_ALaterInstant_IsOnDiskBeforeTheEngineHearsOfIt()
    {
        var clock = ServeClock.Open(folder.Path, Start);
        var kept = Instant.MinValue;
        clock.Timeline.Moved += () => kept = ServeClock.Open(folder.Path, Start).Now;

        clock.JumpTo(Start + Duration.FromDays(30));

        Assert.True(kept >= Start + Duration.FromDays(30), $"{kept} was on disk.");
    }

    [Fact]
    public void Open_AfterARunAtASpeed_GoesOnLaterThanWhatCanHavePassedSinceItWasKept()
    {
        var before = ServeClock.Open(folder.Path, Start, speed: 3_600);

        // The loop keeps the time every second at least: an hour on this clock.
        Assert.True(ServeClock.Open(folder.Path, Start).Now > Start + Duration.FromHours(1));
        Assert.Equal(3_600, before.Timeline.Speed);
    }

    [Fact]
    public void JumpTo_AnEarlierInstant_IsRefused()
    {
        var clock = ServeClock.Open(folder.Path, Start);

        Assert.Throws<ArgumentException>(() => clock.JumpTo(Start - Duration.FromTicks(1)));
        Assert.True(ServeClock.Open(folder.Path, Start).Now > Start);
    }

    [Fact]
    public async Task Keep_BesideAJump_NeverTakesTheFileBack()
    {
        var clock = ServeClock.Open(folder.Path, Start);
        var keeping = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                clock.Keep();
        })).ToList();
        clock.JumpTo(Start + Duration.FromDays(1));
        await Task.WhenAll(keeping);

        Assert.True(ServeClock.Open(folder.Path, Start).Now > Start + Duration.FromDays(1));
    }

    [Fact]
    public void Open_FileThatHoldsNoTime_SaysSo()
    {
        File.WriteAllText(folder["clock.txt"], "noon");
        Assert.Throws<DataFolderCorruptException>(() => ServeClock.Open(folder.Path, Start));
    }

    public void Dispose() => folder.Dispose();
}
