using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class SealingSpecs
{
    private readonly TestOffice office = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(23)]
    [InlineData(40)]
    public async Task Seal_WhileEntriesComeIn_ListsExactlyThoseThatWereAcknowledged(int before)
    {
        var (state, version) = await office.RoundRecords.StateAsync(TestOffice.First);
        var callers = Enumerable.Range(1, 40).Select(n => office.EnterAsync(n)).ToList();
        var answers = Task.WhenAll(callers);
        if (before > 0)
            await callers[before - 1];
        await office.Sealing.SealAsync(Sample.R7, state, version, office.Now);
        var acknowledged = (await answers).OfType<EntryAnswer.Received>().Select(a => a.CaseId).ToHashSet();
        var list = await office.RoundRecords.PagesAsync(RoundRows.ListOf(TestOffice.First));
        Assert.Equal(acknowledged.Order(ById), list.Select(r => r.CaseId).Order(ById));
        Assert.Equal(acknowledged.Count, (await office.StateAsync()).Entries);
        Assert.Equal(Enumerable.Range(1, list.Count), list.Select(r => r.Number));
    }

    [Fact]
    public async Task Seal_ScreenedEntries_CountsThemByReasonAndKeepsThemInTheList()
    {
        await office.EnterManyAsync(3);
        await office.Entries.ReceiveAsync(TestOffice.First, TestOffice.Form(2), Tokyo.At("2025-05-20T10:00:00"), "again");
        await office.Entries.ReceiveAsync(
            TestOffice.First, TestOffice.Form(9) with { Employees = 301 }, Tokyo.At("2025-05-20T11:00:00"), "big");
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        var state = await office.StateAsync();
        Assert.Equal(RoundPhase.Sealed, state.Phase);
        Assert.Equal(5, state.Entries);
        Assert.Equal(1, state.Excluded[Exclusion.Joined]);
        Assert.Equal(1, state.Excluded[Exclusion.TooManyEmployees]);
        var list = await office.RoundRecords.PagesAsync(RoundRows.ListOf(TestOffice.First));
        Assert.Equal([1, 2, 3, 2, 0], list.Select(r => r.Number));
        Assert.Equal(state.Digest, (await office.RoundRecords.ListAsync(TestOffice.First))!.Value.List.Root.ToString());
    }

    [Fact]
    public async Task Round_WithMoreEntriesThanOneCommitLists_IsSealedAndDrawn()
    {
        const int count = 9_000;
        await office.Rounds.AdvanceAsync(TestOffice.First);
        var digest = EntryChain.Start;
        var rows = new List<RowWrite>();
        for (var n = 1; n <= count; n++)
        {
            var (id, form) = (new CaseId(TestOffice.First, n), TestOffice.Form(n));
            digest = EntryChain.Next(digest, id, office.Now, form, $"key-{n}");
            rows.Add(RoundRows.Entry(id).Insert(new(id, office.Now, $"key-{n}", form) { Digest = digest }));
        }

        await office.Records.CommitManyAsync(rows);
        await office.Records.CommitAsync(RoundRows.Counter(TestOffice.First).Upsert(new(count + 1, false, digest)));
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        await office.AdvanceAtAsync("2025-05-23T17:32:00");

        Assert.Equal((RoundPhase.Drawn, count), ((await office.StateAsync()).Phase, (await office.StateAsync()).Entries));
        Assert.Equal(count, (await office.RoundRecords.ResultsAsync(TestOffice.First)).Count);
        Assert.Equal(count, (await office.Archive.FileAsync(TestOffice.First))!.Leaves.Count);
    }

    [Fact]
    public async Task Draw_ListChangedAfterItsDigest_IsAnError()
    {
        await office.EnterManyAsync(3);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        const string key = "list-0000";
        var row = await office.Records.ReadAsync(RecordSet.Rounds, "r7-01", key);
        var changed = new Write.Upsert(key, row!.Body.Replace("r7-01-00003", "r7-01-00004", StringComparison.Ordinal));
        await office.Records.CommitAsync(RecordSet.Rounds, "r7-01", [changed]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.AdvanceAtAsync("2025-05-23T17:32:00"));
        Assert.Equal(RoundPhase.Sealed, (await office.StateAsync()).Phase);
    }

    [Fact]
    public async Task Round_CrashedAtAnyCommit_EndsAsIfItHadNot()
    {
        var undisturbed = await PlayAsync(crashAt: null, afterEffect: false);
        foreach (var afterEffect in new[] { false, true })
        {
            for (var crashAt = 1; crashAt <= 14; crashAt++)
                Assert.Equal(undisturbed, await PlayAsync(crashAt, afterEffect));
        }
    }

    private static readonly Comparer<CaseId> ById = Comparer<CaseId>.Create((a, b) => a.Serial.CompareTo(b.Serial));

    // Repeats what a process that died would repeat after its restart, at the same instants.
    private static async Task<string> PlayAsync(int? crashAt, bool afterEffect)
    {
        var office = new TestOffice();
        await office.EnterManyAsync(3);
        await office.Entries.ReceiveAsync(TestOffice.First, TestOffice.Form(1), Tokyo.At("2025-05-20T10:00:00"), "again");
        if (crashAt is { } n)
            office.Records.FailCommit(n, afterEffect);
        foreach (var at in new[] { "2025-05-23T17:02:00", "2025-05-23T17:32:00", "2025-06-03T10:00:00" })
            await AgainAsync(() => office.AdvanceAtAsync(at));
        await AgainAsync(async () =>
        {
            await office.PublishAsync();
            return 0;
        });
        Assert.Equal(RoundPhase.Published, (await office.StateAsync()).Phase);
        var cases = Enumerable.Range(1, 4).Select(s => office.Records.Dump(RecordSet.Cases, $"r7-01-{s:00000}"));
        return string.Join("\n", [office.Records.Dump(RecordSet.Rounds, "r7-01"), .. cases]);
    }

    private static async Task AgainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            await work();
        }
        catch (IOException)
        {
            await work();
        }
    }
}
