using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public abstract partial class RecordsContract
{
    private static readonly RowPartition Counters = new(Set, "counters");

    private static RowKey<Tally> Total => Counters.Row<Tally>("total");

    [SkippableFact]
    public async Task Change_ThirtyTwoAtOnce_EachCountsOnceWithItsOwnRow()
    {
        await Task.WhenAll(Enumerable.Range(1, 32).Select(writer => Task.Run(() => Records.ChangeAsync(
            Total, before =>
            {
                var after = new Tally((before?.Count ?? 0) + 1);
                return new Change<Tally, int>(
                    after, after.Count, [Counters.Row<Tally>($"writer-{after.Count:00}").Insert(new(writer))]);
            }))));
        Assert.Equal(32, (await Records.ReadAsync(Total))!.Body.Count);
        var writers = await Records.BodiesAsync(Counters.Prefix<Tally>("writer-")).Select(t => t.Count).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 32), writers.Order());
    }

    [SkippableFact]
    public async Task Change_ToNothing_RemovesTheRowItRead()
    {
        await Records.CommitAsync(Total.Insert(new(1)));
        Assert.Null(await Records.ChangeAsync(Total, before => before!.Count == 1 ? null : before));
        Assert.False(await Records.ExistsAsync(Total));
        Assert.Null(await Records.ChangeAsync(Total, before => before));
    }

    [SkippableFact]
    public async Task Rows_OfAPartitionReadWhole_AreFoundByTheirKeys()
    {
        await Records.CommitAsync(
        [
            Counters.Row<Tally>("a-1").Insert(new(1)), Counters.Row<Tally>("a-2").Upsert(new(2)),
            Counters.Row<string>("b").Put("text", null),
        ]);
        var all = await Records.ReadAllAsync(Counters);
        Assert.Equal([1, 2], all.In(Counters.Prefix<Tally>("a-")).Select(r => r.Body.Count));
        Assert.Equal("text", all.Find(Counters.Row<string>("b"))!.Body);
        Assert.Null(all.Find(Counters.Row<string>("c")));
        Assert.Equal(2, await Records.CountAsync(Counters.Prefix<Tally>("a-")));
        Assert.Throws<ArgumentException>(() => all.In(new RowPartition(Set, "p").All<Tally>()));
        Assert.True((await Records.ReadAllAsync(new RowPartition(Set, "p"))).IsEmpty);
    }

    private sealed record Tally(int Count);
}
