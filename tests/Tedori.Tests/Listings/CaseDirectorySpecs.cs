using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Listings;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Listings;

public sealed class CaseDirectorySpecs
{
    private readonly TestOffice office = new();

    [Theory]
    [InlineData("ミホン商事")]
    [InlineData("みほん商事")]
    [InlineData("(株)ミホン")]
    [InlineData("ミホン")]
    [InlineData("00001")]
    [InlineData("R7-01-00001")]
    [InlineData("03-1234")]
    [InlineData("031234")]
    [InlineData("keiri@MIHON")]
    [InlineData("ｋｅｉｒｉ＠ｍｉｈｏｎ")]
    [InlineData("keiri@mihon\u200B")]
    [InlineData("Ｒ７－０１－００００１")]
    [InlineData("r7ー01\u221200001")]
    [InlineData("+81 3-1234")]
    [InlineData("０３－１２３４")]
    [InlineData("ミホン\u200B商事")]
    [InlineData("㍿ミホン")]
    [InlineData("ﾐﾎﾝ")]
    [InlineData("\u3164")]
    public async Task Search_InAnyWriting_FindsTheCompany(string text)
    {
        await EnterAsync("株式会社ミホン商事");

        Assert.Single((await office.Directory.FindAsync(new(text))).Cases);
    }

    [Fact]
    public async Task Search_ForAnother_FindsNothing()
    {
        await EnterAsync("株式会社ミホン商事");

        Assert.Empty((await office.Directory.FindAsync(new("別の会社"))).Cases);
    }

    [Fact]
    public async Task Directory_AskedWhileItIsRead_IsReadOnce()
    {
        await EnterAsync("株式会社ミホン商事");
        var gate = new TaskCompletionSource();
        var records = new SlowRecords(office.Records) { Gate = gate.Task };
        var directory = new CaseDirectory(
            records, new EditionCatalog(Sample.R7), new DirectoryMirror(reload: null), office.Clock);

        var ahead = directory.ReadAheadAsync();
        await records.FirstScan;
        var asked = directory.AllAsync(new(Round: 1));
        Assert.False(asked.IsCompleted);
        gate.SetResult();

        Assert.Single(await asked);
        await ahead;
        Assert.Equal(Sample.R7.Rounds.Count, records.Scans);
    }

    [Fact]
    public async Task Listing_AfterTheCaseMovesOn_FollowsIt()
    {
        var id = await EnterAsync("株式会社ミホン商事");
        await office.Cases.HandleAsync(id, new CaseCommand.RecordDraw(office.Now, 1, Won: true));

        var listed = Assert.Single((await office.Directory.FindAsync(new(Step: Step.CompanyRegistration))).Cases);

        Assert.Equal(Sample.R7.Round(1).CompanyRegistration, listed.Due);
        Assert.Empty((await office.Directory.FindAsync(new(Step: Step.AwaitingDraw))).Cases);
    }

    [Fact]
    public async Task Listing_OfAnOlderState_DoesNotReplaceTheNewer()
    {
        var id = await EnterAsync("株式会社ミホン商事");
        var old = (await office.Cases.ReadAsync(id))!;
        await office.Cases.HandleAsync(id, new CaseCommand.RecordDraw(office.Now, 1, Won: true));

        await office.Directory.PutAsync(old.State, old.Events);

        Assert.Equal(Step.CompanyRegistration, Assert.Single((await office.Directory.FindAsync(new())).Cases).Step);
    }

    [Fact]
    public async Task Assignment_SurvivesTheNextEvent()
    {
        var id = await EnterAsync("株式会社ミホン商事");
        await office.Directory.AssignAsync(id, "ito");
        await office.Cases.HandleAsync(id, new CaseCommand.RecordDraw(office.Now, 1, Won: true));

        Assert.Single((await office.Directory.FindAsync(new(Reviewer: "ito"))).Cases);
        Assert.Empty((await office.Directory.FindAsync(new(Reviewer: CaseQuery.Nobody))).Cases);
    }

    [Fact]
    public async Task Sweeper_WhereAListingIsMissing_MendsIt()
    {
        var id = await EnterAsync("株式会社ミホン商事");
        var row = (await office.Records.ReadAsync(RecordSet.Office, "directory-r7-01", id.ToString()))!;
        await office.Records.CommitAsync(
            RecordSet.Office, "directory-r7-01", [new Write.Delete(id.ToString(), row.Version)]);
        var directory = new CaseDirectory(
            office.Records, new EditionCatalog(Sample.R7), new DirectoryMirror(null), office.Clock);

        await directory.EnsureAsync((await office.Cases.ReadAsync(id))!.State, 1);

        Assert.Single((await directory.FindAsync(new())).Cases);
    }

    [Fact]
    public async Task List_ByDueDate_PutsThoseWithoutOneLast()
    {
        var first = await EnterAsync("株式会社ミホン商事");
        var second = await EnterAsync("株式会社ヨテイ");
        await office.Cases.HandleAsync(second, new CaseCommand.RecordDraw(office.Now, 1, Won: true));

        var page = await office.Directory.FindAsync(new(Order: CaseOrder.Due));

        Assert.Equal([second, first], page.Cases.Select(c => c.Id));
    }

    [Fact]
    public async Task Command_OfSomebodyWhoSawAnOlderCase_ChangesNothing()
    {
        var id = await EnterAsync("株式会社ミホン商事");
        await office.Cases.HandleAsync(id, new CaseCommand.RecordDraw(office.Now, 1, Won: true));

        var answer = await office.Cases.HandleAsync(id, new CaseCommand.Decline(office.Now, "都合"), seen: 1);

        Assert.Equal(2, Assert.IsType<CaseAnswer.Changed>(answer).Events);
        Assert.False((await office.Cases.ReadAsync(id))!.State.IsClosed);
    }

    private int entered;

    private async Task<CaseId> EnterAsync(string name)
    {
        var form = Sample.Form
            with
        { CorporateNumber = null, CompanyName = name, Phone = "03-1234-5678", Email = "keiri@mihon.example" };
        var answer = await office.Entries.ReceiveAsync(new("r7", 1), form, office.Now, $"key-{++entered}");
        return Assert.IsType<Tedori.Workflows.Rounds.EntryAnswer.Received>(answer).CaseId;
    }
}
