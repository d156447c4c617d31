using System.Globalization;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>What every store of the record does, whatever it runs on. A store's tests derive from it.</summary>
public abstract partial class RecordsContract
{
    private const RecordSet Set = RecordSet.Cases;

    protected abstract IRecords Records { get; }

    [SkippableFact]
    public async Task Read_AbsentRow_IsNull()
    {
        await Commit("p", new Write.Insert("a", "{}"));
        Assert.Null(await Records.ReadAsync(Set, "p", "b"));
        Assert.Null(await Records.ReadAsync(Set, "q", "a"));
        Assert.Null(await Records.ReadAsync(RecordSet.Rounds, "p", "a"));
    }

    [SkippableFact]
    public async Task Insert_ExistingKey_ConflictsAndKeepsTheRow()
    {
        await Commit("p", new Write.Insert("a", "1"));
        Assert.Equal(new CommitOutcome.Conflict("a"), await TryCommit("p", new Write.Insert("a", "2")));
        Assert.Equal("1", (await Read("p", "a"))!.Body);
    }

    [SkippableFact]
    public async Task Replace_VersionAsRead_ReplacesAndChangesTheVersion()
    {
        await Commit("p", new Write.Insert("a", "1"));
        var first = await Read("p", "a");
        await Commit("p", new Write.Replace("a", "2", first!.Version));
        var second = await Read("p", "a");
        Assert.Equal("2", second!.Body);
        Assert.NotEqual(first.Version, second.Version);
    }

    [SkippableFact]
    public async Task Replace_TwoWritersWithOneVersion_OneWins()
    {
        await Commit("p", new Write.Insert("a", "0"));
        var seen = (await Read("p", "a"))!.Version;
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8)
            .Select(n => Task.Run(() => TryCommit("p", new Write.Replace("a", $"{n}", seen)))));
        var winner = Assert.Single(Enumerable.Range(0, 8), n => outcomes[n].Succeeded);
        Assert.Equal($"{winner + 1}", (await Read("p", "a"))!.Body);
    }

    [SkippableFact]
    public async Task Replace_AbsentOrForeignVersion_Conflicts()
    {
        await Commit("p", new Write.Insert("a", "1"));
        var version = (await Read("p", "a"))!.Version;
        Assert.False((await TryCommit("p", new Write.Replace("b", "2", version))).Succeeded);
        Assert.False((await TryCommit("p", new Write.Replace("a", "2", "not-a-version"))).Succeeded);
        Assert.False((await TryCommit("p", new Write.Delete("a", "not-a-version"))).Succeeded);
    }

    [SkippableFact]
    public async Task Delete_VersionAsRead_RemovesOnce()
    {
        await Commit("p", new Write.Insert("a", "1"));
        var version = (await Read("p", "a"))!.Version;
        await Commit("p", new Write.Delete("a", version));
        Assert.Null(await Read("p", "a"));
        Assert.Equal(new CommitOutcome.Conflict("a"), await TryCommit("p", new Write.Delete("a", version)));
    }

    [SkippableFact]
    public async Task Delete_ThenInsertAgain_OldVersionStaysDead()
    {
        await Commit("p", new Write.Insert("a", "1"));
        var old = (await Read("p", "a"))!.Version;
        await Commit("p", new Write.Delete("a", old));
        await Commit("p", new Write.Insert("a", "2"));
        Assert.False((await TryCommit("p", new Write.Replace("a", "3", old))).Succeeded);
    }

    [SkippableFact]
    public async Task Upsert_AnyVersion_AddsOrReplaces()
    {
        await Commit("p", new Write.Upsert("a", "1"));
        await Commit("p", new Write.Upsert("a", "2"));
        Assert.Equal("2", (await Read("p", "a"))!.Body);
    }

    [SkippableFact]
    public async Task Commit_ConflictInTheMiddle_WritesNothing()
    {
        await Commit("p", new Write.Insert("taken", "old"), new Write.Insert("kept", "old"));
        var outcome = await TryCommit(
            "p",
            new Write.Insert("new", "x"),
            new Write.Upsert("kept", "x"),
            new Write.Insert("taken", "x"),
            new Write.Insert("last", "x"));
        Assert.Equal(new CommitOutcome.Conflict("taken"), outcome);
        Assert.Equal(["kept=old", "taken=old"], await Contents("p"));
    }

    [SkippableFact]
    public async Task Commit_HundredWrites_AreOneCommit()
    {
        await Commit("p", Inserts(IRecords.MostWrites));
        Assert.Equal(IRecords.MostWrites, (await Contents("p")).Count);
    }

    [SkippableFact]
    public async Task Commit_NoneTooManyOrTwice_IsRefused()
    {
        await Refused([]);
        await Refused(Inserts(IRecords.MostWrites + 1));
        await Refused([new Write.Insert("a", "1"), new Write.Upsert("a", "2")]);
        Assert.Empty(await Contents("p"));

        Task Refused(Write[] writes) =>
            Assert.ThrowsAnyAsync<ArgumentException>(async () => await Records.CommitAsync(Set, "p", writes));
    }

    [SkippableFact]
    public async Task Read_AfterEachOwnCommit_SeesIt()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 100; n++)
            {
                await Commit($"p{writer}", new Write.Upsert("a", $"{n}"));
                Assert.Equal($"{n}", (await Read($"p{writer}", "a"))!.Body);
                Assert.Equal([$"a={n}"], await Contents($"p{writer}"));
            }
        })));
    }

    [SkippableFact]
    public async Task Commit_SixtyFourAtOnce_EachIsWrittenOnceOrTriedAgain()
    {
        await Commit("counter", new Write.Insert("n", "0"));
        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            await Commit($"own-{writer}", new Write.Insert("a", $"{writer}"));
            while (!await AddOne(writer))
            {
            }
        })));
        Assert.Equal("64", (await Read("counter", "n"))!.Body);
        Assert.Equal(65, (await Contents("counter")).Count);
        for (var writer = 0; writer < 64; writer++)
            Assert.Equal([$"a={writer}"], await Contents($"own-{writer}"));
    }

    private async Task<bool> AddOne(int writer)
    {
        var row = (await Read("counter", "n"))!;
        var next = int.Parse(row.Body, CultureInfo.InvariantCulture) + 1;
        return (await TryCommit(
            "counter",
            new Write.Insert($"w{writer:00}", $"{next}"),
            new Write.Replace("n", $"{next}", row.Version))).Succeeded;
    }

    private static string Key(int n) => string.Create(CultureInfo.InvariantCulture, $"k{n:00000}");

    private static Write[] Inserts(int count, int start = 0) =>
        [.. Enumerable.Range(start, count).Select(n => new Write.Insert(Key(n), $"{n}"))];

    private Task<Row?> Read(string partition, string key) => Records.ReadAsync(Set, partition, key);

    private Task<CommitOutcome> TryCommit(string partition, params Write[] writes) =>
        Records.CommitAsync(Set, partition, writes);

    private async Task Commit(string partition, params Write[] writes) =>
        Assert.Equal(CommitOutcome.Committed.Instance, await TryCommit(partition, writes));

    private async Task<List<string>> Contents(string partition, string from = "", string? before = null)
    {
        var rows = new List<string>();
        await foreach (var row in Records.ScanAsync(Set, partition, from, before))
            rows.Add($"{row.Key}={row.Body}");
        return rows;
    }
}
