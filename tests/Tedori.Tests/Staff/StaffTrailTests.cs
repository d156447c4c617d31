using Microsoft.AspNetCore.Http;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff;
using Tedori.Programme.Calendar;
using Tedori.Testing.Office;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Staff;

/// <summary>Nothing is done that the audit log does not know of before it is done.</summary>
public sealed class StaffTrailTests
{
    private readonly TestOffice office = new();
    private readonly AuditLog log;
    private readonly StaffTrail trail;

    public StaffTrailTests()
    {
        log = new(office.Records);
        trail = new(log, new StaffRoster(office.Records, new()));
    }

    [Fact]
    public async Task Act_Begun_IsInTheLogBeforeItsEffect()
    {
        var before = new List<AuditEntry>();

        var done = await DoAsync(async () =>
        {
            before.AddRange(await EntriesAsync());
            return "done";
        });

        Assert.Equal("done", done);
        var intent = Assert.Single(before);
        Assert.Equal((true, "ito", "note", "r7-01-00001", "なし", (string?)null, "理由"), (
            intent.Intent, intent.By, intent.Action, intent.Subject, intent.Before, intent.After, intent.Detail));
        Assert.Equal([(true, null), (null, "done")], (await EntriesAsync()).Select(e => (e.Intent, e.After)).OrderBy(e => e.After));
    }

    [Fact]
    public async Task Act_ThatDies_StaysInTheLogAsBegun()
    {
        await Assert.ThrowsAsync<IOException>(() => DoAsync(() => throw new IOException("The process ends here.")));

        Assert.True(Assert.Single(await EntriesAsync()).Intent);
    }

    [Fact]
    public async Task Act_WhoseIntentCannotBeWritten_HasNoEffect()
    {
        var effects = 0;
        await trail.SawAsync(Page(), "view", "-");
        office.Records.FailCommit(1, afterEffect: false);

        await Assert.ThrowsAsync<IOException>(() => DoAsync(() =>
        {
            effects++;
            return Task.FromResult("done");
        }));

        Assert.Equal(0, effects);
    }

    private Task<string> DoAsync(Func<Task<string>> effect) =>
        trail.DoAsync(Page(), "note", "r7-01-00001", "なし", "理由", effect, done => done);

    private StaffRequest Page() => new(
        new PageRequest(
            new DefaultHttpContext().Request, office.Now, new(() => new FormToken("token", "t")), PostedForm.Empty,
            new FormFileCollection(), default),
        ActingOffice.Ito);

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync() =>
        await log.OfDayAsync(JapanTime.DateOf(office.Now)).ToListAsync();
}
