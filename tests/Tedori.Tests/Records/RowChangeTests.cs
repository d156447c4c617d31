using Tedori.Testing.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public sealed class RowChangeTests
{
    private static readonly RowPartition Partition = new(RecordSet.Office, "p");
    private static readonly RowKey<Tally> Key = Partition.Row<Tally>("tally");

    private readonly FaultyRecords records = new([]);

    [Fact]
    public async Task Change_AbsentRow_IsAdded()
    {
        Assert.Equal(new Tally(1), await records.ChangeAsync(Key, Next));
        Assert.Equal("{\"count\":1}", (await records.ReadAsync(RecordSet.Office, "p", "tally"))!.Body);
    }

    [Fact]
    public async Task Change_AnotherWriterComesBetween_DecidesAgainAboutWhatThatOneWrote()
    {
        await records.ChangeAsync(Key, Next);
        records.Interruption = () => records.ChangeAsync(Key, Next);
        var seen = new List<int>();
        var after = await records.ChangeAsync(Key, before =>
        {
            seen.Add(before!.Count);
            return Next(before);
        });
        Assert.Equal([1, 2], seen);
        Assert.Equal(new Tally(3), after);
    }

    [Fact]
    public async Task Change_OtherWritersComeAgainAndAgain_IsContention()
    {
        var tries = 0;
        await Assert.ThrowsAsync<ContentionException>(() => records.ChangeAsync(Key, before =>
        {
            tries++;
            records.Interruption = () => records.CommitAsync(Key.Upsert(new(-tries)));
            return Next(before);
        }));
        Assert.Equal(500, tries);
        Assert.Equal(new Tally(-500), (await records.ReadAsync(Key))!.Body);
    }

    [Fact]
    public async Task Change_Cancelled_CallsForNoDecisionAndWritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        records.Interruption = async () =>
        {
            await records.CommitAsync(Key.Insert(new(7)));
            await cancelled.CancelAsync();
        };
        var tries = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => records.ChangeAsync(Key, before =>
        {
            tries++;
            return Next(before);
        }, cancelled.Token));
        Assert.Equal(1, tries);
        Assert.Equal(new Tally(7), (await records.ReadAsync(Key))!.Body);
    }

    [Fact]
    public async Task Change_ToTheSame_WritesNothing()
    {
        await records.ChangeAsync(Key, Next);
        var version = (await records.ReadAsync(Key))!.Version;
        Assert.Equal(new Tally(1), await records.ChangeAsync(Key, before => new Tally(before!.Count)));
        Assert.Equal(version, (await records.ReadAsync(Key))!.Version);
        Assert.Single(records.Commits);
    }

    [Fact]
    public async Task Change_ThatTouches_WritesAlsoWhatStays()
    {
        await records.ChangeAsync(Key, Next);
        var version = (await records.ReadAsync(Key))!.Version;
        await records.ChangeAsync(Key, before => new Change<Tally, bool>(before, true) { Touches = true });
        var after = (await records.ReadAsync(Key))!;
        Assert.NotEqual(version, after.Version);
        Assert.Equal(new Tally(1), after.Body);
    }

    [Fact]
    public async Task Change_StaysButHasFurtherWrites_HoldsOnlyIfNobodyCameBetween()
    {
        await records.ChangeAsync(Key, Next);
        records.Interruption = () => records.ChangeAsync(Key, Next);
        var note = Partition.Row<string>("note");
        var seen = await records.ChangeAsync(
            Key, before => new Change<Tally, int>(before, before!.Count, [note.Upsert($"saw {before.Count}")]));
        Assert.Equal((2, "saw 2"), (seen, (await records.ReadAsync(note))!.Body));
    }

    [Fact]
    public async Task Change_FurtherWriteMeetsARow_DecidesAgain()
    {
        var note = Partition.Row<string>("note");
        records.Interruption = () => records.CommitAsync(note.Insert("first"));
        var answer = await records.ChangeAsync(Key, async before => await records.ExistsAsync(note)
            ? new Change<Tally, string>(before, "taken")
            : new(Next(before), "free", [note.Insert("second")]));
        Assert.Equal("taken", answer);
        Assert.False(await records.ExistsAsync(Key));
    }

    [Fact]
    public async Task TryChange_OfARowReadBefore_HoldsOnceAndOnlyIfNobodyCameBetween()
    {
        await records.ChangeAsync(Key, Next);
        var seen = await records.ReadAsync(Key);
        Assert.True(await records.TryChangeAsync(Key, seen, new Change<Tally, bool>(new(5), true)));
        Assert.False(await records.TryChangeAsync(Key, seen, new Change<Tally, bool>(new(6), true)));
        Assert.Equal(new Tally(5), (await records.ReadAsync(Key))!.Body);
    }

    [Fact]
    public async Task Commit_WritesOfTwoPartitions_AreRefused()
    {
        var other = new RowPartition(RecordSet.Office, "q").Row<Tally>("tally");
        await Assert.ThrowsAsync<ArgumentException>(
            () => records.CommitAsync([Key.Insert(new(1)), other.Insert(new(1))]));
        Assert.Empty(records.Commits);
    }

    [Fact]
    public async Task Read_RowThatHoldsSomethingElse_IsDamaged()
    {
        await records.CommitAsync(Partition.Row<string>("tally").Insert("text"));
        var damaged = await Assert.ThrowsAsync<DamagedRowException>(() => records.ReadAsync(Key));
        Assert.StartsWith("the row 'tally' of 'p' cannot be read", damaged.Finding, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DamagedRowException>(() => records.ChangeAsync(Key, Next));
        await Assert.ThrowsAsync<DamagedRowException>(
            async () => await records.ScanAsync(Partition.All<Tally>()).CountAsync());
    }

    private static Tally Next(Tally? before) => new((before?.Count ?? 0) + 1);

    private sealed record Tally(int Count);
}
