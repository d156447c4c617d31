using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>The sealing recomputes what every company was told on its receipt; over a gap nothing is sealed.</summary>
public sealed class EntryChainSpecs
{
    private readonly TestOffice office = new();

    [Fact]
    public async Task Seal_WholeChain_PublishesItsHead()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(3);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        var head = (await office.Entries.FindAsync(new(TestOffice.First, 3)))!.Digest;
        Assert.NotNull(head);
        Assert.Equal(head, (await office.StateAsync()).Chain);
        Assert.Equal(head, (await office.Archive.FileAsync(TestOffice.First))!.Sealing.Chain);
    }

    [Theory]
    [InlineData("entry-00001")]
    [InlineData("entry-00002")]
    [InlineData("entry-00003")]
    public async Task Seal_EntryDeleted_StopsAndRaisesAnAlarmUntilItIsRestored(string key)
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(3);
        var row = await office.Records.ReadAsync(RecordSet.Rounds, "r7-01", key);
        await CommitAsync(new Write.Delete(key, row!.Version));
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal(RoundPhase.Open, (await office.StateAsync()).Phase);
        Assert.Contains("entryChainBroken", await office.TaskKindsAsync());
        await CommitAsync(new Write.Upsert(key, row.Body));
        await office.AdvanceAtAsync("2025-05-23T17:03:00");
        Assert.Equal(RoundPhase.Sealed, (await office.StateAsync()).Phase);
    }

    [Theory]
    [InlineData("株式会社見本2", "株式会社見本9")]
    [InlineData("2025-05-19T00:00:00Z", "2025-05-19T00:00:01Z")]
    public async Task Seal_EntryChanged_Stops(string before, string after)
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(3);
        var row = await office.Records.ReadAsync(RecordSet.Rounds, "r7-01", "entry-00002");
        Assert.Contains(before, row!.Body, StringComparison.Ordinal);
        await CommitAsync(new Write.Upsert("entry-00002", row.Body.Replace(before, after, StringComparison.Ordinal)));
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal(RoundPhase.Open, (await office.StateAsync()).Phase);
    }

    [Fact]
    public async Task Seal_EntryAddedBehindTheCounter_Stops()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(2);
        var row = await office.Records.ReadAsync(RecordSet.Rounds, "r7-01", "entry-00002");
        await CommitAsync(new Write.Insert(
            "entry-00003", row!.Body.Replace("r7-01-00002", "r7-01-00003", StringComparison.Ordinal)));
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        Assert.Equal(RoundPhase.Open, (await office.StateAsync()).Phase);
    }

    private Task<CommitOutcome> CommitAsync(Write write) => office.Records.CommitAsync(RecordSet.Rounds, "r7-01", [write]);
}
