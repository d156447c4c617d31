using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Testing.Records;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>Who looks for entries that look alike reads the keys that are kept, and entries only where none are.</summary>
public sealed class NearIndexSpecs
{
    private const int Entries = 620;
    private static readonly RoundId Round = TestOffice.First;

    private readonly TestOffice office = new();
    private readonly WatchedRecords watched;
    private EditionCatalog editions;

    public NearIndexSpecs() => (watched, editions) = (new(office.Records), office.Editions);

    [Fact]
    public async Task Matches_OfARoundWithoutKeptKeys_AreFoundByItsEntries()
    {
        await EnterAsync();

        Assert.Equal(
            ["3+250 Phone", "3+600 Phone", "7+619 Mail", "249+501 Address"], await FoundAsync());
    }

    [Fact]
    public async Task Matches_AfterASweep_AreTheSameAndReadNoEntryThatIsKept()
    {
        await EnterAsync();
        var before = await FoundAsync();
        await Index().KeepAsync(Round, Entries);
        watched.Watch(Round.ToString());

        Assert.Equal(before, await FoundAsync());

        Assert.Equal(
            ["scan entry-00501", "scan near-"], watched.Uses.Where(u => u.StartsWith("scan", StringComparison.Ordinal))
                .Where(u => !u.Contains("join", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(8, watched.Uses.Count(u => u.StartsWith("read entry-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sweep_KeepsTheKeysOfWholePagesOnce()
    {
        await office.Rounds.AdvanceAsync(Round);
        await EnterAsync();

        await office.Sweeper.SweepAsync();
        var kept = await office.Records.ScanAsync(RoundRows.NearOf(Round)).ToListAsync();
        await office.Sweeper.SweepAsync();

        Assert.Equal(["near-0000", "near-0001"], kept.Select(r => r.Key));
        Assert.Equal(
            kept.Select(r => r.Version),
            (await office.Records.ScanAsync(RoundRows.NearOf(Round)).ToListAsync()).Select(r => r.Version));
    }

    [Fact]
    public async Task Keys_MadeWithAnotherReading_AreNotUsedAndMadeAnew()
    {
        await EnterAsync();
        await Index().KeepAsync(Round, Entries);
        var old = (await office.Records.ReadAsync(RoundRows.Near(Round, 1)))!.Body;
        editions = new(Sample.R7 with { Entry = Sample.R7.Entry with { Variants = ["第大"] } });

        Assert.Contains("4+5 Name", await FoundAsync());
        await Index().KeepAsync(Round, Entries);

        Assert.NotEqual(old.Reading, (await office.Records.ReadAsync(RoundRows.Near(Round, 1)))!.Body.Reading);
        Assert.Contains("4+5 Name", await FoundAsync());
    }

    [Fact]
    public async Task Keys_BehindAPageThatIsMissing_AreReadFromTheEntries()
    {
        await EnterAsync();
        var before = await FoundAsync();
        await Index().KeepAsync(Round, Entries);
        var first = (await office.Records.ReadAsync(RoundRows.Near(Round, 0)))!;
        await office.Records.CommitAsync([RoundRows.Near(Round, 0).Delete(first.Version)]);

        Assert.Equal(before, await FoundAsync());
    }

    private NearIndex Index() => new(watched, new(watched), editions);

    private async Task<IReadOnlyList<string>> FoundAsync()
    {
        var (pairs, count) = await new NearMatches(watched, Index(), office.Get<EntryJoins>()).OfAsync(Round, 500);
        Assert.Equal(count, pairs.Count);
        return [.. pairs.Select(p =>
            $"{p.First.CaseId.Serial}+{p.Second.CaseId.Serial} {string.Join(' ', p.Reasons)}")];
    }

    private async Task EnterAsync()
    {
        var rows = Enumerable.Range(1, Entries).Select(n => RoundRows.Entry(new(Round, n)).Insert(
            new(new(Round, n), office.Now, $"key-{n}", FormOf(n))));
        await office.Records.CommitManyAsync(rows);
        await office.Records.CommitAsync([RoundRows.Counter(Round).Upsert(CounterRow.Start with { Next = Entries + 1 })]);
    }

    private static EntryForm FormOf(int n)
    {
        var own = new EntryForm(
            n switch { 4 => "第一商会", 5 => "大一商会", _ => $"見本{n}" }, null, "代表", $"港区芝{n}", 20, "担当", $"{n}@example.jp",
            $"03-1111-{n:0000}");
        return n switch
        {
            250 or 600 => own with { Phone = "03-1111-0003" },
            619 => own with { Email = "7@example.jp" },
            501 => own with { Address = "港区芝249" },
            _ => own,
        };
    }
}
