using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Staff;

public sealed class FolderSpecs
{
    private static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    private readonly TestOffice office = new();

    [Fact]
    public async Task Chain_Untouched_IsIntact() => Assert.Null((await FolderAsync(await EnterAsync())).ChainFault);

    [Fact]
    public async Task Chain_WithAChangedEvent_NamesItsNumber()
    {
        var id = await EnterAsync();
        var row = (await office.Records.ReadAsync(RecordSet.Cases, id.ToString(), "event-0001"))!;
        var forged = row.Body.Replace("見本 太郎", "別人 次郎", StringComparison.Ordinal);
        Assert.NotEqual(row.Body, forged);
        await office.Records.CommitAsync(RecordSet.Cases, id.ToString(), [new Write.Upsert(row.Key, forged)]);

        Assert.StartsWith("1番", (await FolderAsync(id)).ChainFault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_WithoutItsLastEvent_IsFound()
    {
        var id = await EnterAsync();
        await office.Cases.HandleAsync(id, new CaseCommand.RecordDraw(office.Now, 1, Won: true));
        var row = (await office.Records.ReadAsync(RecordSet.Cases, id.ToString(), "event-0002"))!;
        await office.Records.CommitAsync(RecordSet.Cases, id.ToString(), [new Write.Delete(row.Key, row.Version)]);

        Assert.NotNull((await FolderAsync(id)).ChainFault);
    }

    [Fact]
    public async Task Assignment_AfterTheDirectoryIsRebuilt_IsKept()
    {
        var id = await EnterAsync();
        await office.Cases.HandleAsync(id, new CaseCommand.RecordDraw(office.Now, 1, Won: true));
        await new CaseFileService(office.Records, office.Directory).AssignAsync(id, Ito, "", Ito, office.Now);
        var row = (await office.Records.ReadAsync(RecordSet.Office, "directory-r7-01", id.ToString()))!;
        await office.Records.CommitAsync(RecordSet.Office, "directory-r7-01", [new Write.Delete(row.Key, row.Version)]);
        var other = new CaseDirectory(
            office.Records, new EditionCatalog(Sample.R7), new DirectoryMirror(null), office.Clock);
        var snapshot = (await office.Cases.ReadAsync(id))!;

        await other.PutAsync(snapshot.State, snapshot.Events);

        Assert.Equal("ito", Assert.Single((await other.FindAsync(new())).Cases).Reviewer);
    }

    private async Task<CaseId> EnterAsync()
    {
        var id = CaseId.Parse("r7-01-00001");
        var at = Tokyo.At("2025-05-20T10:00:00");
        office.Clock.Reset(at);
        Assert.IsType<CaseAnswer.Accepted>(await office.Cases.HandleAsync(
            id, new CaseCommand.Enter(at, id, Sample.Form, at, "key")));
        office.Clock.Reset(at + Duration.FromDays(5));
        return id;
    }

    private async Task<CaseFile> FolderAsync(CaseId id) => (await new CaseFileReader(office.Records).ReadAsync(id))!;
}
