using Moq;
using NodaTime.Testing;
using Tedori.Engine.Sqlite;
using Tedori.Functions.Development;
using Tedori.Local.Beacon;
using Tedori.Local.Records;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Office;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Lottery;

/// <summary>
/// Five thousand companies in the last second, on the store that one machine uses, against the sealing.
/// </summary>
public sealed class CloseRaceTests
{
    private const int Companies = 5_000;

    [Fact]
    public async Task Seal_WhileFiveThousandEntriesRaceTheClose_ListsEveryOneThatWasAcknowledgedAndNoOther()
    {
        using var folder = new TemporaryFolder();
        await using var records = new SqliteRecords(folder["records.db"], Durability.Normal);
        var editions = new EditionCatalog(Sample.R7);
        var clock = new FakeClock(Tokyo.At("2025-05-23T17:02:00"));
        var hints = Mock.Of<IHints>();
        var cases = new CaseCommandHandler(
            records, editions, new CaseDirectory(records, editions, new DirectoryMirror(reload: null), clock), hints, new());
        var selected = new SelectedCompanies(records, editions);
        var rounds = new RoundRecords(records);
        var windows = new EntryWindows(records, rounds, new(records, editions), editions, hints, clock);
        var entries = new EntryService(
            records, new(records, new(new SealedNumberBounds(new MemorySealed()))), editions, windows, cases, selected, clock);
        var lots = new SharedLots(records, rounds);
        var places = new PlaceService(records, editions, rounds, lots, cases, clock);
        var sealing = new Sealing(
            records, rounds, selected, lots, places,
            new(new SeededBeacon(1, clock), new(records, editions, rounds, hints, clock), clock),
            new SeededSecrets(1), new(records, rounds, editions, cases, selected), clock);
        var acknowledged = 0;
        var halfway = new TaskCompletionSource();

        var answers = Task.WhenAll(Enumerable.Range(1, Companies).Select(n => Task.Run(async () =>
        {
            var receivedAt = Tokyo.At("2025-05-23T16:59:59.999") - (n % 1000 * Tokyo.Millisecond);
            var answer = await entries.ReceiveAsync(TestOffice.First, TestOffice.Form(n), receivedAt, $"race-{n}");
            if (answer is EntryAnswer.Received && Interlocked.Increment(ref acknowledged) == Companies / 2)
                halfway.SetResult();
            return answer;
        })));
        await await Task.WhenAny(halfway.Task, answers);
        await sealing.SealAsync(
            Sample.R7, new() { Id = TestOffice.First, Phase = RoundPhase.Open, Places = 140 }, null,
            clock.GetCurrentInstant());

        var told = (await answers).OfType<EntryAnswer.Received>().Select(a => a.CaseId.Serial).Order().ToList();
        var list = (await rounds.ListAsync(TestOffice.First))!.Value.List;
        Assert.Equal(told, list.Entries.Select(e => e.CaseId.Serial).Order());
        Assert.InRange(told.Count, Companies / 2, Companies);
        Assert.All(await answers,
            a => Assert.True(a is EntryAnswer.Received or EntryAnswer.Refused { Refusal.Code: "entryClosed" }));
        Assert.Equal(list.Entries.OrderBy(e => e.CaseId.Serial), list.Entries);
        Assert.Equal((told.Count, list.Root.ToString()), await SealedAsync(rounds));
        Assert.All(told.Zip(Enumerable.Range(1, told.Count)), pair => Assert.Equal(pair.Second, pair.First));
    }

    private static async Task<(int Entries, string? Root)> SealedAsync(RoundRecords rounds)
    {
        var (state, _) = await rounds.StateAsync(TestOffice.First);
        return (state.Entries, state.Digest);
    }
}
