using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Tedori.Functions.Azure.Tables;
using Tedori.Testing.Azurite;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

/// <summary>What a commit says when the network or the service fails under it. Faults apply to transactions.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class TableRecordsFaultTests(AzuriteServer server) : IAsyncLifetime
{
    private const RecordSet Set = RecordSet.Cases;
    private readonly string prefix = OwnTables.NewPrefix();
    private FaultProxy proxy = null!;
    private TableRecords records = null!;
    private TableRecords others = null!;

    public async Task InitializeAsync()
    {
        AzuriteServer.Require();
        proxy = await FaultProxy.StartAsync(server.TableEndpoint, "$batch");
        records = Connect(proxy.Through(server.ConnectionString));
        others = Connect(server.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (proxy is not null)
            await proxy.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData(nameof(Fault.CutBefore))]
    [InlineData(nameof(Fault.CutAfter))]
    [InlineData(nameof(Fault.ErrorAfter))]
    [InlineData(nameof(Fault.Busy))]
    [InlineData(nameof(Fault.TooMany))]
    public async Task Commit_AttemptFails_IsDoneOnceAndSaysSo(string fault)
    {
        var version = await BeginAsync();
        Write[] writes =
        [
            new Write.Delete("old", version["old"]), new Write.Insert("new", "1"),
            new Write.Replace("kept", "2", version["kept"]), new Write.Upsert("any", "3"),
        ];
        proxy.Next(Enum.Parse<Fault>(fault));
        Assert.Equal(CommitOutcome.Committed.Instance, await records.CommitAsync(Set, "p", writes));
        Assert.Equal(["any=3", "kept=2", "new=1"], await ContentsAsync());
        Assert.Equal(2, proxy.Seen);
        Assert.False((await records.CommitAsync(Set, "p", writes)).Succeeded);
    }

    [SkippableFact]
    public async Task Commit_CarriedOutTwiceWithoutAnswer_IsDoneOnceAndSaysSo()
    {
        proxy.Next(Fault.CutAfter, Fault.CutAfter, Fault.Busy);
        Assert.True((await records.CommitAsync(Set, "p", [new Write.Insert("a", "1")])).Succeeded);
        Assert.Equal(["a=1"], await ContentsAsync());
    }

    [SkippableTheory]
    [InlineData(nameof(Fault.Busy))]
    [InlineData(nameof(Fault.TooMany))]
    public async Task Commit_ThrottledAndTheRowIsTaken_Conflicts(string fault)
    {
        await others.CommitAsync(Set, "p", [new Write.Insert("a", "theirs")]);
        proxy.Next(Enum.Parse<Fault>(fault));
        var outcome = await records.CommitAsync(Set, "p", [new Write.Insert("b", "1"), new Write.Insert("a", "1")]);
        Assert.Equal(new CommitOutcome.Conflict("a"), outcome);
        Assert.Equal(["a=theirs"], await ContentsAsync());
    }

    [SkippableFact]
    public async Task Commit_NeverArrivedAndAnotherCameFirst_ConflictsWhereARowProvesIt()
    {
        var version = await BeginAsync();
        await others.CommitAsync(Set, "p", [new Write.Upsert("kept", "theirs")]);
        proxy.Next(Fault.CutBefore);
        var outcome = await records.CommitAsync(
            Set, "p", [new Write.Replace("kept", "ours", version["kept"]), new Write.Delete("old", version["old"])]);
        Assert.Equal(new CommitOutcome.Conflict("kept"), outcome);
        Assert.Equal(["kept=theirs", "old=0"], await ContentsAsync());
    }

    [SkippableFact]
    public async Task Commit_CarriedOutAndOverwrittenBeforeTheAnswer_IsNotCalledAConflict()
    {
        var version = await BeginAsync();
        proxy.Next(Fault.CutAfter);
        proxy.Meanwhile = () => others.CommitAsync(Set, "p", [new Write.Upsert("kept", "theirs")]);
        await Assert.ThrowsAsync<UncertainCommitException>(
            () => records.CommitAsync(Set, "p", [new Write.Replace("kept", "ours", version["kept"])]));
        Assert.Equal(["kept=theirs", "old=0"], await ContentsAsync());
    }

    [SkippableFact]
    public async Task Commit_CarriedOutAndPartlyOverwritten_IsKnownByItsOtherRows()
    {
        var version = await BeginAsync();
        proxy.Next(Fault.CutAfter);
        proxy.Meanwhile = () => others.CommitAsync(Set, "p", [new Write.Upsert("kept", "theirs")]);
        Write[] writes = [new Write.Replace("kept", "ours", version["kept"]), new Write.Insert("event", "ours")];
        Assert.True((await records.CommitAsync(Set, "p", writes)).Succeeded);
        Assert.Equal(["event=ours", "kept=theirs", "old=0"], await ContentsAsync());
    }

    [SkippableFact]
    public async Task Commit_ServiceStaysAway_ThrowsAndMayBeTriedAgain()
    {
        proxy.Next([.. Enumerable.Repeat(Fault.TooMany, 4)]);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => records.CommitAsync(Set, "p", [new Write.Insert("a", "1")]));
        Assert.Equal((429, "ServerBusy"), (failure.Status, failure.ErrorCode));
        Assert.Empty(await ContentsAsync());
        Assert.True((await records.CommitAsync(Set, "p", [new Write.Insert("a", "1")])).Succeeded);
    }

    [SkippableFact]
    public async Task Commit_ManyWritersOverABadNetwork_LoseNoCountAndDoubleNone()
    {
        await others.CommitAsync(Set, "p", [new Write.Insert("n", "0")]);
        proxy.Next([.. Enumerable.Range(0, 200).Select(n => n % 5 == 1 ? Fault.CutAfter : Fault.None)]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => AddOneAsync(writer))));
        Assert.Equal("8", (await others.ReadAsync(Set, "p", "n"))!.Body);
        Assert.Equal(9, await others.ScanAsync(Set, "p").CountAsync());
    }

    private async Task AddOneAsync(int writer)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"w{writer}");
        while (await records.ReadAsync(Set, "p", own) is null)
        {
            var row = (await records.ReadAsync(Set, "p", "n"))!;
            var next = (int.Parse(row.Body, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            try
            {
                await records.CommitAsync(
                    Set, "p", [new Write.Replace("n", next, row.Version), new Write.Insert(own, next)]);
            }
            catch (UncertainCommitException)
            {
                // The loop reads the record again, as whoever meets this has to.
                continue;
            }
        }
    }

    private async Task<Dictionary<string, string>> BeginAsync()
    {
        await others.CommitAsync(Set, "p", [new Write.Insert("old", "0"), new Write.Insert("kept", "0")]);
        return await others.ScanAsync(Set, "p").ToDictionaryAsync(row => row.Key, row => row.Version);
    }

    private ValueTask<List<string>> ContentsAsync() =>
        others.ScanAsync(Set, "p").Select(row => $"{row.Key}={row.Body}").ToListAsync();

    private TableRecords Connect(string connectionString) => new(
        options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(20);
            return new TableServiceClient(connectionString, options);
        },
        prefix);
}
