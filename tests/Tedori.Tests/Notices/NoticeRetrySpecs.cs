using NodaTime;
using Tedori.Testing.Engine;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

/// <summary>A mail server may be away for a day (<see cref="NoticeOrchestrator"/>).</summary>
public sealed class NoticeRetrySpecs
{
    private readonly List<Instant> attempts = [];
    private int told;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Send_MailServerAwayForHours_LeavesWithinAnHourOfItsReturn(int hours)
    {
        var back = EngineFixture.Epoch + Duration.FromHours(hours);

        var state = await RunAsync(back);

        Assert.Equal((NoticeState.Delivered, 0), (state, told));
        Assert.InRange(attempts[^1], back, back + Duration.FromHours(1));
    }

    [Fact]
    public async Task Send_MailServerThatStaysAway_IsTriedForADayAndThenToldToStaffOnce()
    {
        var state = await RunAsync(Instant.MaxValue);

        Assert.Equal((NoticeState.Pending, 1), (state, told));
        Assert.InRange(attempts[^1] - EngineFixture.Epoch, Duration.FromHours(23), Duration.FromHours(25));
        Assert.True(
            attempts.Zip(attempts.Skip(1), (before, after) => after - before).Max() <= Duration.FromHours(1));
    }

    [Fact]
    public async Task Send_NoticeThatWaitsForTheOpeningHour_IsTriedAgainThenAndNotBefore()
    {
        var opens = EngineFixture.Epoch + Duration.FromHours(57);

        Assert.Equal(NoticeState.Delivered, await RunAsync(EngineFixture.Epoch, opens));

        Assert.Equal([EngineFixture.Epoch, opens], attempts);
    }

    private async Task<NoticeState> RunAsync(Instant back, Instant? opens = null)
    {
        EngineFixture? engine = null;
        engine = await EngineFixture.StartAsync(registry => registry
            .AddOrchestrator<NoticeOrchestrator>()
            .AddActivityFunc<string, NoticeProgress>(nameof(SendNotice), (_, _) => Send(engine!, back, opens))
            .AddActivityFunc<string, bool>(nameof(ReportMailTrouble), (_, _) => ++told > 0));
        await using (engine)
            return await engine.RunAsync<NoticeState>(nameof(NoticeOrchestrator), "r7-01-00001.entryReceived.0001");
    }

    private NoticeProgress Send(EngineFixture engine, Instant back, Instant? opens)
    {
        attempts.Add(engine.Time.GetCurrentInstant());
        if (attempts[^1] < opens)
            return new(NoticeState.Pending, opens);
        return attempts[^1] >= back
            ? new(NoticeState.Delivered, null)
            : throw new IOException("The mail server does not answer.");
    }
}
