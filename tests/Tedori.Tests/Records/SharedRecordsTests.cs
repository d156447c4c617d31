using Tedori.Engine.Sqlite;
using Tedori.Local.Records;
using Tedori.Testing.Data;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>The contract on one machine while a season is played: nothing is on disk before somebody commits.</summary>
public sealed class SharedRecordsTests : RecordsContract, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SharedTransaction shared = new();
    private readonly SqliteRecords records;

    public SharedRecordsTests()
    {
        // The record is not the first file of the connection in a season either.
        shared.Join(Database.Open(folder["first.db"], Durability.Normal));
        records = new SqliteRecords(folder["records.db"], Durability.Normal, shared);
    }

    protected override IRecords Records => records;

    [Fact]
    public async Task Commit_OfWhichTheLastWriteConflicts_ChangesNothing()
    {
        await records.CommitAsync(RecordSet.Cases, "p", [new Write.Insert("there", "1")]);

        var outcome = await records.CommitAsync(
            RecordSet.Cases, "p",
            [new Write.Insert("new", "2"), new Write.Upsert("there", "2"), new Write.Replace("absent", "2", "1")]);

        Assert.Equal("absent", Assert.IsType<CommitOutcome.Conflict>(outcome).Key);
        shared.Commit();
        Assert.Equal(["there=1"], (await records.ScanAsync(RecordSet.Cases, "p").ToListAsync()).Select(r => $"{r.Key}={r.Body}"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await records.DisposeAsync();

    public void Dispose()
    {
        shared.Dispose();
        folder.Dispose();
    }
}
