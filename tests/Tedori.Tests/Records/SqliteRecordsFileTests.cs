using Tedori.Engine.Sqlite;
using Tedori.Local.Records;
using Tedori.Testing.Data;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>What only the store of one machine does: its file, its disk, the scan of a whole set.</summary>
public sealed class SqliteRecordsFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.Normal)]
    public async Task Reopen_KeepsRowsAndNeverRepeatsAVersion(Durability durability)
    {
        string old;
        await using (var records = new SqliteRecords(folder["records.db"], durability))
        {
            await Commit(records, "p", new Write.Insert("a", "1"));
            old = (await records.ReadAsync(RecordSet.Cases, "p", "a"))!.Version;
            await Commit(records, "p", new Write.Delete("a", old));
        }

        await using var again = new SqliteRecords(folder["records.db"], durability);
        await Commit(again, "p", new Write.Insert("a", "2"));
        var row = await again.ReadAsync(RecordSet.Cases, "p", "a");
        Assert.Equal("2", row!.Body);
        Assert.NotEqual(old, row.Version);
    }

    [Fact]
    public async Task ScanAll_KeysOfAllPartitions_InOrder()
    {
        await using var records = new SqliteRecords(folder["records.db"], Durability.Normal);
        for (var partition = 0; partition < 700; partition++)
        {
            Write[] writes = [.. "abc".Select(c => new Write.Insert($"{c}", $"{partition}"))];
            await Commit(records, $"p{partition:000}", writes);
        }

        await records.CommitAsync(RecordSet.Rounds, "p000", [new Write.Insert("b", "another set")]);

        var found = new List<string>();
        await foreach (var (partition, row) in records.ScanAllAsync(RecordSet.Cases, "b", "c"))
            found.Add($"{partition}/{row.Key}={row.Body}");
        Assert.Equal(Enumerable.Range(0, 700).Select(n => $"p{n:000}/b={n}"), found);
        Assert.Equal(2100, await records.ScanAllAsync(RecordSet.Cases).CountAsync());
    }

    [Fact]
    public async Task Commit_ManyAtOnceThenDispose_AllAreKept()
    {
        var records = new SqliteRecords(folder["records.db"], Durability.Normal);
        var commits = Enumerable.Range(0, 500)
            .Select(n => Task.Run(() => records.CommitAsync(RecordSet.Cases, $"p{n}", [new Write.Insert("a", "1")])))
            .ToList();
        Assert.All(await Task.WhenAll(commits), outcome => Assert.True(outcome.Succeeded));
        await records.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await records.CommitAsync(RecordSet.Cases, "p", [new Write.Insert("a", "1")]));

        await using var again = new SqliteRecords(folder["records.db"], Durability.Normal);
        Assert.Equal(500, await again.ScanAllAsync(RecordSet.Cases).CountAsync());
    }

    [Fact]
    public void Open_NotADatabase_Fails()
    {
        File.WriteAllText(folder["records.db"], new string('x', 5000));
        Assert.Throws<DataFolderCorruptException>(() => new SqliteRecords(folder["records.db"]));
    }

    [SkippableFact]
    public async Task Commit_FullDisk_SaysSoAndWritesNothingOfIt()
    {
        using var disk = new SmallDisk(8);
        var body = new string('x', 20_000);
        await using (var records = new SqliteRecords(disk["records.db"], Durability.Full))
        {
            var kept = 0;
            disk.Fill(leave: 1_000_000);
            var failure = await Assert.ThrowsAsync<StorageFullException>(async () =>
            {
                for (; kept < 10_000; kept++)
                    await Commit(records, "p", new Write.Insert($"a{kept}", body), new Write.Insert($"b{kept}", body));
            });
            Assert.Contains("full", failure.Message, StringComparison.Ordinal);
            Assert.Equal(2 * kept, await records.ScanAsync(RecordSet.Cases, "p").CountAsync());

            disk.Empty();
            await Commit(records, "p", new Write.Insert($"a{kept}", body), new Write.Insert($"b{kept}", body));
            Assert.Equal(2 * (kept + 1), await records.ScanAsync(RecordSet.Cases, "p").CountAsync());
        }
    }

    [SkippableFact]
    public async Task Commit_FullDiskUnderConcurrency_FailsWithoutHalves()
    {
        using var disk = new SmallDisk(8);
        await using var records = new SqliteRecords(disk["records.db"], Durability.Normal);
        disk.Fill(leave: 1_500_000);
        var body = new string('x', 20_000);
        var succeeded = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(async () =>
        {
            try
            {
                await Commit(records, $"p{n:000}", new Write.Insert("a", body), new Write.Insert("b", body));
                return true;
            }
            catch (StorageFullException)
            {
                return false;
            }
        })));
        Assert.Contains(false, succeeded);
        var whole = Enumerable.Range(0, 200).Where(n => succeeded[n])
            .SelectMany(n => new[] { $"p{n:000}/a", $"p{n:000}/b" });
        var found = await records.ScanAllAsync(RecordSet.Cases)
            .Select(row => $"{row.Partition}/{row.Row.Key}").ToListAsync();
        Assert.Equal(whole, found);
    }

    public void Dispose() => folder.Dispose();

    private static async Task Commit(SqliteRecords records, string partition, params Write[] writes) =>
        Assert.True((await records.CommitAsync(RecordSet.Cases, partition, writes)).Succeeded);
}
