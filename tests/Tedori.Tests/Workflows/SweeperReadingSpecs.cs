using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

/// <summary>The sweeper reads cases together and does what is due of them one after another.</summary>
public sealed class SweeperReadingSpecs
{
    private readonly TestOffice office = new();
    private readonly GatedScans scans;
    private readonly Sweeper sweeper;

    public SweeperReadingSpecs()
    {
        var b = office;
        scans = new(b.Records);
        sweeper = new(
            scans, new EditionCatalog(Sample.R7), b.RoundRecords, b.Rounds, b.Places, new(),
            b.Entries, b.Get<NearIndex>(), b.Selected, b.Cases, b.Directory, [], b.Hints, b.Clock);
    }

    [Fact]
    public async Task Sweep_OfManyCases_ReadsSixteenAtOnceAndNoMore()
    {
        await office.EnterManyAsync(20);
        var sweep = sweeper.SweepAsync();

        // The second case is read in vain for more: its place is given on only when the first one is done with.
        var first = (await scans.WaitingAsync(Sweeper.CasesAtOnce)).OrderBy(w => w.Partition, StringComparer.Ordinal)
            .ToList();
        scans.Pass(first[1].Passed);
        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"r7-01-{n:00000}"), first.Select(w => w.Partition));
        Assert.Equal(15, (await scans.WaitingAsync(15)).Count);

        // Done with the first, it is done with the second too, and two more are read.
        scans.Pass(first[0].Passed);
        Assert.Equal(16, (await scans.WaitingAsync(16)).Count);
        await PassAllAsync(18);
        Assert.Equal(20, (await sweep).Cases);
    }

    [Fact]
    public async Task Sweep_WhoseReadsEndInAnyOrder_ActsInTheOrderOfTheEntries()
    {
        await office.EnterManyAsync(5);
        office.Hints.Given.Clear();
        var sweep = sweeper.RearmAsync();

        foreach (var (_, passed) in (await scans.WaitingAsync(5)).Reverse())
            scans.Pass(passed);
        await sweep;

        Assert.Equal(
            Enumerable.Range(1, 5).Select(n => $"opened r7-01-{n:00000}"),
            office.Hints.Given.Where(h => h.StartsWith("opened r7-01-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sweep_WhereOneReadFails_FailsWithItAfterTheOthersEnded()
    {
        await office.EnterManyAsync(3);
        var sweep = sweeper.SweepAsync();

        var waiting = await scans.WaitingAsync(3);
        waiting[0].Passed.SetException(new IOException("The store is away."));
        scans.Pass(waiting[1].Passed);
        Assert.False(sweep.IsCompleted);
        scans.Pass(waiting[2].Passed);

        Assert.Equal("The store is away.", (await Assert.ThrowsAsync<IOException>(() => sweep)).Message);
        Assert.Equal(2, scans.Finished);
    }

    private async Task PassAllAsync(int count)
    {
        for (var n = 0; n < count; n++)
            scans.Pass((await scans.WaitingAsync(1))[0].Passed);
    }
}
