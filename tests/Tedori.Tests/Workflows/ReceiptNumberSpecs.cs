using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>No receipt number is given twice, whatever the records have lost.</summary>
public sealed class ReceiptNumberSpecs
{
    private readonly MemorySealed documents = new();
    private readonly TestOffice office;

    public ReceiptNumberSpecs() => office = Office();

    [Fact]
    public async Task Enter_InOneProcess_LeavesNoNumberOut()
    {
        var numbers = new List<int>();
        for (var n = 1; n <= 2 * SealedNumberBounds.Block + 5; n++)
            numbers.Add(await NumberAsync(office, n));

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(3 * SealedNumberBounds.Block, await Bounds.HighestAsync(TestOffice.First));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 0)]
    [InlineData(250, 130)]
    public async Task Enter_AfterTheRecordsCameBackOlderInANewProcess_GivesANumberAboveAllThatWereGiven(int given, int kept)
    {
        await office.EnterManyAsync(kept);
        var copy = await CopyAsync(office);
        for (var n = kept + 1; n <= given; n++)
            await office.EnterAsync(n);

        var restored = Office();
        await PutAsync(restored, copy);

        Assert.InRange(await NumberAsync(restored, 900), given + 1, given + 1 + SealedNumberBounds.Block);
        Assert.Equal(await NumberAsync(restored, 900) + 1, await NumberAsync(restored, 901));
    }

    [Fact]
    public async Task Enter_AfterTheRecordsCameBackOlderUnderARunningProcess_GivesANumberAboveAllThatWereGiven()
    {
        await office.EnterManyAsync(2);
        var copy = await CopyAsync(office);
        await office.EnterAsync(3);
        await office.EnterAsync(4);
        await PutAsync(office, copy);

        Assert.Equal(SealedNumberBounds.Block + 1, await NumberAsync(office, 900));
    }

    [Fact]
    public async Task Enter_AfterTheStoreFailed_DoesNotTrustTheCounter()
    {
        await office.EnterManyAsync(2);
        office.Records.FailCommit(1, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => office.EnterAsync(3));

        Assert.Equal(SealedNumberBounds.Block + 1, await NumberAsync(office, 3));
    }

    [Fact]
    public async Task Enter_WhereNumbersCannotBeReserved_IsNotTaken()
    {
        var bounds = new ClosedBounds();
        var closed = new TestOffice(add: services => services.AddSingleton<INumberBounds>(bounds));

        await Assert.ThrowsAsync<IOException>(() => closed.EnterAsync(1));
        Assert.Empty(closed.Records.Keys(RecordSet.Rounds, "r7-01"));
        bounds.Open = true;
        Assert.Equal(1, await NumberAsync(closed, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1_000)]
    public async Task Highest_OfSoManyBlocks_IsTheLastOne(int blocks)
    {
        for (var block = 1; block <= blocks; block++)
            await Bounds.RaiseAsync(TestOffice.First, block * SealedNumberBounds.Block);

        Assert.Equal(blocks * SealedNumberBounds.Block, await Bounds.HighestAsync(TestOffice.First));
    }

    [Fact]
    public async Task Raise_InARoundThatBeganBeforeNumbersWereReserved_ReservesThoseBeforeToo()
    {
        Assert.Equal(1_300, await Bounds.RaiseAsync(TestOffice.First, 1_234));

        Assert.Equal(1_300, await Bounds.HighestAsync(TestOffice.First));
    }

    [Fact]
    public async Task Seal_OverNumbersThatWereLeftOut_ListsAllAndStillFindsWhatWasRemoved()
    {
        var again = await LeaveOutAsync();
        var row = await again.Records.ReadAsync(RecordSet.Rounds, "r7-01", "entry-00102");
        await again.Records.CommitAsync(RecordSet.Rounds, "r7-01", [new Write.Delete(row!.Key, row.Version)]);
        await again.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal(RoundPhase.Open, (await again.StateAsync()).Phase);
        Assert.Contains("entryChainBroken", await again.TaskKindsAsync());

        await again.Records.CommitAsync(RecordSet.Rounds, "r7-01", [new Write.Upsert(row.Key, row.Body)]);
        await again.AdvanceAtAsync("2025-05-23T17:03:00");
        Assert.Equal((RoundPhase.Sealed, 5), ((await again.StateAsync()).Phase, (await again.StateAsync()).Entries));
        Assert.Equal(
            [1, 2, 101, 102, 103],
            (await again.RoundRecords.PagesAsync(RoundRows.ListOf(TestOffice.First))).Select(r => r.CaseId.Serial));
    }

    [Theory]
    [InlineData("entry-00001")]
    [InlineData("entry-00002")]
    [InlineData("entry-00101")]
    [InlineData("entry-00103")]
    public async Task Seal_EntryRemovedBesideALeftOutNumber_Stops(string key)
    {
        var again = await LeaveOutAsync();
        var row = await again.Records.ReadAsync(RecordSet.Rounds, "r7-01", key);
        await again.Records.CommitAsync(RecordSet.Rounds, "r7-01", [new Write.Delete(key, row!.Version)]);

        await again.AdvanceAtAsync("2025-05-23T17:02:00");

        Assert.Equal(RoundPhase.Open, (await again.StateAsync()).Phase);
    }

    [Fact]
    public async Task Walks_OverNumbersThatWereLeftOut_ReachWhatComesBehind()
    {
        var again = await LeaveOutAsync();
        var register = new CaseRegister(again.Records, new EditionCatalog(Sample.R7));
        var log = new AuditLog(again.Records);
        var anchors = new AnchorService(
            again.Records, register, again.RoundRecords, again.Cases, log, again.Clock, NullLogger<AnchorService>.Instance);
        var met = new List<int>();
        for (CasePosition? at = register.Start; at is { } position && position.Round == TestOffice.First;)
        {
            var (cases, next) = await register.PageAsync(position, most: 50);
            met.AddRange(cases.Select(c => c.Serial));
            at = next;
        }

        Assert.Equal([1, 2, 101, 102, 103], met);
        var day = new NodaTime.LocalDate(2025, 5, 26);
        await anchors.TakeAsync(day);
        var audit = new AnchorAudit(again.Records, again.RoundRecords, log);
        Assert.Empty(await audit.VerifyAsync(day));
        var row = await again.Records.ReadAsync(RecordSet.Cases, "r7-01-00103", "event-0001");
        await again.Records.CommitAsync(RecordSet.Cases, "r7-01-00103",
            [new Write.Upsert(row!.Key, row.Body.Replace("見本903", "見本000", StringComparison.Ordinal))]);
        Assert.NotEmpty(await audit.VerifyAsync(day));
    }

    private SealedNumberBounds Bounds => new(documents);

    private TestOffice Office() => new(add: services => services.AddSingleton<ISealedDocuments>(documents));

    /// <summary>Two entries, then a start of another process over the same records, then three more.</summary>
    private async Task<TestOffice> LeaveOutAsync()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(2);
        var again = Office();
        await PutAsync(again, await CopyAsync(office));
        for (var n = 901; n <= 903; n++)
            await again.EnterAsync(n);
        return again;
    }

    private static async Task<int> NumberAsync(TestOffice office, int n) =>
        Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(n)).CaseId.Serial;

    private static async Task<List<(RecordSet Set, string Partition, Row Row)>> CopyAsync(TestOffice office)
    {
        var rows = new List<(RecordSet, string, Row)>();
        foreach (var (set, partition) in office.Records.Partitions)
        {
            await foreach (var row in office.Records.ScanAsync(set, partition))
                rows.Add((set, partition, row));
        }

        return rows;
    }

    private static async Task PutAsync(TestOffice office, List<(RecordSet Set, string Partition, Row Row)> copy)
    {
        foreach (var (set, partition) in office.Records.Partitions)
        {
            await foreach (var row in office.Records.ScanAsync(set, partition))
                await office.Records.CommitAsync(set, partition, [new Write.Delete(row.Key, row.Version)]);
        }

        foreach (var (set, partition, row) in copy)
            await office.Records.CommitAsync(set, partition, [new Write.Upsert(row.Key, row.Body)]);
    }

    private sealed class ClosedBounds : INumberBounds
    {
        public bool Open { get; set; }

        public Task<int> HighestAsync(Tedori.Programme.RoundId round, CancellationToken cancellation = default) =>
            Task.FromResult(0);

        public Task<int> RaiseAsync(Tedori.Programme.RoundId round, int number, CancellationToken cancellation = default) =>
            Open ? Task.FromResult(number) : throw new IOException("The evidence is away.");
    }
}
