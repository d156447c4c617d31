using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Entries;

/// <summary>Who was drawn when texts were read otherwise is known again by how they are read now.</summary>
public sealed class DrawnKeysSpecs
{
    private static readonly RowPartition Drawn = new(RecordSet.Office, "drawn-r7");
    private static readonly EntryForm Dotted = Sample.Form with { CompanyName = "見本・商会", CorporateNumber = null };
    private readonly TestOffice office = new();

    [Fact]
    public async Task KeepKeys_OfWhoWasDrawnUnderOtherKeys_KnowsItAgain()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.Entries.ReceiveAsync(TestOffice.First, Dotted, office.Now, "dotted");
        var old = CompanyKey.Of("name-address", "as it was read before");
        await office.Records.CommitAsync(Drawn.Row<SelectedRow>(old.Value).Upsert(new(new(TestOffice.First, 1), null)));
        var keys = CompanyKeys.Of(Dotted with { CompanyName = "見本商会" }, office.Editions.Of(TestOffice.First).Entry.Reading);
        Assert.False(await office.Selected.KnowsAsync("r7", keys));

        var all = await office.Selected.AllAsync("r7");

        Assert.True(all.Knows(keys));
        Assert.Contains(old, all.Keys);
        Assert.Equal([new CaseId(TestOffice.First, 1)], await office.Selected.CasesOfAsync("r7", keys));
    }

    [Fact]
    public async Task KeepKeys_Again_WritesNothing()
    {
        await office.Selected.KeepKeysAsync("r7");
        var counted = new CommitCounter(office.Records);

        await new SelectedCompanies(counted, office.Editions).KeepKeysAsync("r7");

        Assert.Equal(0, counted.Commits);
    }

    private sealed class CommitCounter(IRecords records) : IRecords
    {
        public int Commits { get; private set; }

        public Task<Row?> ReadAsync(RecordSet set, string partition, string key, CancellationToken cancellation = default) =>
            records.ReadAsync(set, partition, key, cancellation);

        public IAsyncEnumerable<Row> ScanAsync(
            RecordSet set, string partition, string from = "", string? before = null, CancellationToken cancellation = default) =>
            records.ScanAsync(set, partition, from, before, cancellation);

        public Task<CommitOutcome> CommitAsync(
            RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
        {
            Commits++;
            return records.CommitAsync(set, partition, writes, cancellation);
        }
    }
}
