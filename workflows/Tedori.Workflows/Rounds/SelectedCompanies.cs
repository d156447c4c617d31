using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>The companies that were drawn in an edition.</summary>
public sealed class SelectedCompanies(IRecords records)
{
    /// <summary>Adds a company. Adding it again is a no-op.</summary>
    public Task AddAsync(CaseId winner, CompanyKey company, CancellationToken cancellation = default) =>
        records.CommitAsync(Of(winner.Round.Edition).Row<CaseId>(company.Value).Upsert(winner), cancellation);

    /// <summary>All of them.</summary>
    public async Task<IReadOnlySet<CompanyKey>> AllAsync(string edition, CancellationToken cancellation = default)
    {
        var all = new HashSet<CompanyKey>();
        await foreach (var row in records.ScanAsync(Of(edition).All<CaseId>(), cancellation))
            all.Add(new(row.Key));
        return all;
    }

    private static RowPartition Of(string edition) => new(RecordSet.Office, $"selected-{edition}");
}
