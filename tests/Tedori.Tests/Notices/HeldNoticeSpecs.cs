using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Notices;

/// <summary>The mail of a lapse waits for the opening hour; the lapse itself does not.</summary>
public sealed class HeldNoticeSpecs : IAsyncLifetime
{
    private static readonly Instant Midnight = Tokyo.At("2025-06-24T00:00:00");
    private static readonly Instant Opens = Tokyo.At("2025-06-24T09:00:00");
    private readonly ActingOffice office = new();
    private NoticeId id;

    public async Task InitializeAsync()
    {
        await office.WithWinnersAsync(1);
        office.Office.Clock.Reset(Midnight);
        await office.DoAsync(1, new CaseCommand.PassTime(Midnight));
        var pending = office.Office.Records.BodiesAsync(
            CaseRows.OutboxOf(new(TestOffice.First, 1), NoticeKind.Lapsed));
        id = Assert.Single(await pending.ToListAsync()).Id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lapse_AtMidnight_KeepsItsInstant() =>
        Assert.Equal(Midnight, (await office.EventsAsync(1)).OfType<CaseEvent.Lapsed>().Single().At);

    [Fact]
    public async Task Send_BeforeTheOpeningHour_WaitsAndLeavesItInTheOutbox()
    {
        var mails = office.Office.Mail.Calls;
        office.Office.Clock.Reset(Opens - Tokyo.Millisecond);

        Assert.Equal(new(NoticeState.Pending, Opens), await office.Office.Notices.SendAsync(id));

        Assert.Equal(mails, office.Office.Mail.Calls);
        Assert.NotNull(await office.Office.Records.ReadAsync(CaseRows.Pending(id)));
    }

    [Fact]
    public async Task Send_AtTheOpeningHour_Leaves()
    {
        office.Office.Clock.Reset(Opens);

        Assert.Equal(NoticeState.Sent, (await office.Office.Notices.SendAsync(id)).State);

        Assert.Equal(Opens, office.Office.Mail.Taken[^1].At);
    }
}
