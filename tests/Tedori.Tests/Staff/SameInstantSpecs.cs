using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Staff;

/// <summary>What is written while the clock stands still is listed in the order in which it was written.</summary>
public sealed class SameInstantSpecs
{
    private static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    private static readonly CaseId Id = CaseId.Parse("r7-01-00001");
    private readonly TestOffice office = new();

    [Fact]
    public async Task AuditEntries_OfOneInstant_AreListedAsTheyWereWritten()
    {
        var log = new AuditLog(office.Records);
        for (var i = 0; i < 20; i++)
            await log.WriteAsync(Entry($"action{i}"));
        var today = JapanTime.DateOf(office.Now);
        string[] written = [.. Enumerable.Range(0, 20).Select(i => $"action{i}")];

        Assert.Equal(written, (await log.OfDayAsync(today).ToListAsync()).Select(e => e.Action));
        Assert.Equal(written, (await log.FindAsync(new(today, today)).ToListAsync()).Select(e => e.Action));
        Assert.Equal(
            written.Reverse(), (await log.FindLatestAsync(new(today, today)).ToListAsync()).Select(e => e.Action));
    }

    [Fact]
    public async Task AuditEntry_WrittenTwice_IsOneRowAndKeepsItsPlace()
    {
        var log = new AuditLog(office.Records);
        foreach (var action in (string[])["a", "b", "a", "c"])
            await log.WriteAsync(Entry(action));

        Assert.Equal(
            ["a", "b", "c"], (await log.OfDayAsync(JapanTime.DateOf(office.Now)).ToListAsync()).Select(e => e.Action));
    }

    [Fact]
    public async Task Ticks_OfOneInstant_AreListedAsTheyWereSetAndTheLastCounts()
    {
        await EnterAsync();
        bool[] done = [true, false, true, false, true];
        foreach (var tick in done)
            await Files().TickAsync(Id, [new("company:定款", tick, office.Now, Ito.Id, Ito.Name)]);

        var file = await FileAsync();
        Assert.Equal(done, file.Ticks.Select(t => t.Done));
        Assert.True(file.TickOf("company:定款")?.Done);
    }

    [Fact]
    public async Task Ticks_OfManyLinesInOneInstant_AreListedAsTheyWereSet()
    {
        await EnterAsync();
        var ticks = Enumerable.Range(0, 12)
            .Select(i => new ChecklistTick($"line{i}", true, office.Now, Ito.Id, Ito.Name)).ToList();
        await Files().TickAsync(Id, ticks);
        await Files().TickAsync(Id, ticks);

        Assert.Equal(ticks.Select(t => t.Entry), (await FileAsync()).Ticks.Select(t => t.Entry));
    }

    [Fact]
    public async Task Notes_OfOneInstant_AreListedAsTheyWereWritten()
    {
        await EnterAsync();
        string[] written = [.. Enumerable.Range(0, 12).Select(i => $"メモ{i}")];
        foreach (var text in written)
            Assert.Null(await Files().NoteAsync(Id, text, Ito, office.Now));

        Assert.Equal(written, (await FileAsync()).Notes.Select(n => n.Text));
    }

    [Fact]
    public async Task RefusedFilings_OfOneInstant_AreListedAsTheyCame()
    {
        await EnterAsync();
        string[] came = [.. Enumerable.Range(0, 12).Select(i => $"key{i}")];
        foreach (var key in came)
        {
            Assert.IsType<CaseAnswer.Refused>(await office.Cases.HandleAsync(
                Id, new CaseCommand.RegisterCompany(office.Now, Sample.Web(office.Now, key))));
        }

        Assert.Equal(came, (await FileAsync()).Attempts.Select(a => a.Key));
    }

    private AuditEntry Entry(string action) => new(office.Now, "ito", "伊藤", "127.0.0.1", action, "-", null, null, null);

    private CaseFileService Files() => new(office.Records, office.Directory);

    private async Task<CaseFile> FileAsync() => (await new CaseFileReader(office.Records).ReadAsync(Id))!;

    private async Task EnterAsync()
    {
        office.Clock.Reset(Tokyo.At("2025-05-20T10:00:00"));
        Assert.IsType<CaseAnswer.Accepted>(await office.Cases.HandleAsync(
            Id, new CaseCommand.Enter(office.Now, Id, Sample.Form, office.Now, "key")));
    }
}
