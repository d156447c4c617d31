using Microsoft.Extensions.Time.Testing;
using Tedori.Testing;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public sealed class BackoffTests
{
    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(4, 40)]
    [InlineData(6, 160)]
    [InlineData(7, 250)]
    [InlineData(500, 250)]
    public void Bound_AfterSoManyConflicts_DoublesUpToTheLongest(int conflicts, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Of(1).BoundAfter(conflicts));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public async Task Wait_WhateverChanceSays_EndsAfterThatPartOfTheBound(double chance)
    {
        var wait = Of(chance).WaitAsync(4, CancellationToken.None);
        var part = TimeSpan.FromMilliseconds(40 * chance);
        Assert.Equal(chance == 0, wait.IsCompleted);
        time.Advance(part - TimeSpan.FromTicks(chance == 0 ? 0 : 10_000));
        Assert.Equal(chance == 0, wait.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await wait.WaitAsync(Patience.Limit);
    }

    [Fact]
    public void Wait_AfterTheFirstConflict_IsNone() =>
        Assert.True(Of(1).WaitAsync(1, CancellationToken.None).IsCompletedSuccessfully);

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var cancelled = new CancellationTokenSource();
        var wait = Of(1).WaitAsync(9, cancelled.Token);
        Assert.False(wait.IsCompleted);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.ThrowsAny<OperationCanceledException>(() => { _ = Backoff.None.WaitAsync(0, cancelled.Token); });
    }

    [Fact]
    public void Chance_Thrown_LiesBetweenNoneAndAllAndIsNotAlwaysTheSame()
    {
        var thrown = Enumerable.Range(0, 200).Select(_ => new Backoff(time, default, default).Chance()).ToList();
        Assert.All(thrown, c => Assert.InRange(c, 0, 1));
        Assert.True(thrown.Distinct().Count() > 1);
    }

    [Fact]
    public async Task Change_OfAStoreThatWaits_WaitsFromTheSecondConflictOn()
    {
        var store = new WaitingRecords(Of(1));
        var change = store.ChangeAsync(new RowPartition(RecordSet.Office, "p").Row<string>("a"), _ => "text");
        Assert.Equal((2, false), (store.Commits, change.IsCompleted));
        time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal("text", await change.WaitAsync(Patience.Limit));
    }

    private Backoff Of(double chance) =>
        new(time, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(250)) { Chance = () => chance };

    /// <summary>A store in which another writer wins twice.</summary>
    private sealed class WaitingRecords(Backoff backoff) : IRecords
    {
        public Backoff Backoff => backoff;

        public int Commits { get; private set; }

        public Task<Row?> ReadAsync(
            RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
            Task.FromResult<Row?>(null);

        public IAsyncEnumerable<Row> ScanAsync(
            RecordSet set, string partition, string from = "", string? before = null,
            CancellationToken cancellation = default) => AsyncEnumerable.Empty<Row>();

        public Task<CommitOutcome> CommitAsync(
            RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
            Task.FromResult<CommitOutcome>(
                ++Commits > 2 ? CommitOutcome.Committed.Instance : new CommitOutcome.Conflict("a"));
    }
}
