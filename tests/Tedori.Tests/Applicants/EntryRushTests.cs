using Tedori.Benchmarks;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;

namespace Tedori.Tests.Applicants;

public sealed class EntryRushTests
{
    private const int Entries = 2000;

    [Fact]
    public async Task OpeningMinute_ManyCompaniesAtOnce_LosesAndDoublesNothing()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RushSite.OpenAsync(folder.Path, Sample.R7);

        var outcomes = await new EntryRush(site.Address, Sample.R7).RunAsync(Entries, connections: 64);
        var entries = await site.EntriesAsync();
        var list = await site.SealAsync();

        Assert.All(outcomes, o => Assert.Equal(303, o.Status));
        var acknowledged = outcomes.Select(o => o.Receipt!).Order().ToList();
        Assert.Equal(Entries, acknowledged.Distinct().Count());
        Assert.Equal(acknowledged, entries.Select(e => e.Entry.CaseId.ToString()).Order());
        Assert.Equal(acknowledged, list.Where(r => r.Number > 0).Select(r => r.CaseId.ToString()).Order());
        Assert.Equal(Entries, site.Mails);
    }
}
