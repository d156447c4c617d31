using Moq;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>What rows held when they were read last, kept by their versions.</summary>
public sealed class RecentRowsTests
{
    private static readonly RowPartition Partition = new(RecordSet.Office, "recent");
    private readonly Mock<IRecords> records = new();
    private readonly RecentRows<string> recent = new(most: 4);

    [Fact]
    public async Task Read_TheSameVersion_IsNotParsedAgain()
    {
        Store("a", "1", "\"one\"");
        var first = await ReadAsync("a");

        Store("a", "1", "not even JSON");

        Assert.Same(first, await ReadAsync("a"));
    }

    [Fact]
    public async Task Read_AnotherVersion_IsWhatItHoldsNow()
    {
        Store("a", "1", "\"one\"");
        await ReadAsync("a");

        Store("a", "2", "\"two\"");

        var row = (await ReadAsync("a"))!;
        Assert.Equal(("2", "two"), (row.Version, row.Body));
    }

    [Fact]
    public async Task Read_AnotherRowOfTheSameVersion_IsThatRow()
    {
        Store("a", "1", "\"one\"");
        Store("b", "1", "\"other\"");
        await ReadAsync("a");

        Assert.Equal("other", (await ReadAsync("b"))!.Body);
    }

    [Fact]
    public async Task Read_ARowThatWasTakenAway_IsNull()
    {
        Store("a", "1", "\"one\"");
        await ReadAsync("a");

        records.Reset();

        Assert.Null(await ReadAsync("a"));
    }

    [Fact]
    public async Task Read_ADamagedRow_ThrowsEachTime()
    {
        Store("a", "1", "{");

        await Assert.ThrowsAsync<DamagedRowException>(() => ReadAsync("a"));
        await Assert.ThrowsAsync<DamagedRowException>(() => ReadAsync("a"));
    }

    [Fact]
    public async Task Read_MoreThanAreKept_LetsTheLeastUsedGo()
    {
        Store("oldest", "1", "\"oldest\"");
        Store("used", "1", "\"used\"");
        var (oldest, used) = (await ReadAsync("oldest"), await ReadAsync("used"));
        for (var n = 0; n < 20; n++)
        {
            Store($"{n}", "1", $"\"{n}\"");
            await ReadAsync($"{n}");
            Assert.Same(used, await ReadAsync("used"));
        }

        Assert.NotSame(oldest, await ReadAsync("oldest"));
    }

    private Task<Row<string>?> ReadAsync(string key) => recent.ReadAsync(records.Object, Partition.Row<string>(key));

    private void Store(string key, string version, string body) => records
        .Setup(r => r.ReadAsync(Partition.Set, Partition.Name, key, It.IsAny<CancellationToken>()))
        .ReturnsAsync(new Row(key, version, body) { Partition = Partition.Name });
}
