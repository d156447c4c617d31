using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public abstract partial class RecordsContract
{
    [SkippableFact]
    public async Task Scan_Range_IncludesItsStartAndExcludesItsEnd()
    {
        await Commit("p", [.. "abcde".Select(c => new Write.Insert($"{c}", $"{c}"))]);
        await Commit("o", new Write.Insert("b", "other partition"));
        Assert.Equal(["b=b", "c=c"], await Contents("p", "b", "d"));
        Assert.Equal(["d=d", "e=e"], await Contents("p", "d"));
        Assert.Equal(["a=a"], await Contents("p", "", "b"));
        Assert.Empty(await Contents("p", "c", "c"));
        Assert.Empty(await Contents("p", "f"));
    }

    [SkippableFact]
    public async Task Scan_Order_IsOrdinal()
    {
        string[] keys = ["a", "B", "a-", "a0", "aa", "あ", "漢", "~", "10", "9"];
        await Commit("p", [.. keys.Select(key => new Write.Insert(key, "x"))]);
        Assert.Equal(
            keys.Order(StringComparer.Ordinal).Select(key => $"{key}=x"),
            await Contents("p"));
    }

    [SkippableFact]
    public async Task Scan_FiveThousandRows_AllInOrder()
    {
        for (var start = 0; start < 5000; start += 100)
            await Commit("p", Inserts(100, start));
        var expected = Enumerable.Range(0, 5000).Select(n => $"{Key(n)}={n}").ToList();
        Assert.Equal(expected, await Contents("p"));
        Assert.Equal(expected[1234..4321], await Contents("p", Key(1234), Key(4321)));
    }

    [SkippableFact]
    public async Task Scan_GivenUpHalfway_LeavesTheStoreUsable()
    {
        await Commit("p", Inserts(100));
        await foreach (var row in Records.ScanAsync(Set, "p"))
        {
            await Commit("p", new Write.Replace(row.Key, "changed", row.Version));
            break;
        }

        Assert.Equal("changed", (await Read("p", Key(0)))!.Body);
    }

    [SkippableFact]
    public async Task Scan_Prefix_IsThatPrefixOnly()
    {
        string[] keys = ["event-", "event-0001", "event-9", "event-あ", "event", "event.", "evenu", "EVENT-1"];
        await Commit("p", [.. keys.Select(key => new Write.Insert(key, "x"))]);
        var found = await Records.ScanAsync(Set, "p", "event-", "event-\uffff").Select(row => row.Key).ToListAsync();
        Assert.Equal(["event-", "event-0001", "event-9", "event-あ"], found);
    }
}
