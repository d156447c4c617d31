using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>The companies that were drawn in an edition.</summary>
public sealed class SelectedCompanies(IRecords records)
{
    /// <summary>Adds a company. Adding it again is a no-op.</summary>
    public Task AddAsync(CaseId winner, CompanyKey company, CancellationToken cancellation = default)
    {
        var write = new Write.Upsert(company.Value, TedoriJson.Write(winner));
        return records.CommitAsync(RecordSet.Office, Partition(winner.Round.Edition), [write], cancellation);
    }

    /// <summary>All of them.</summary>
    public async Task<IReadOnlySet<CompanyKey>> AllAsync(string edition, CancellationToken cancellation = default)
    {
        var all = new HashSet<CompanyKey>();
        await foreach (var row in records.ScanAsync(RecordSet.Office, Partition(edition), cancellation: cancellation))
            all.Add(new(row.Key));
        return all;
    }

    private static string Partition(string edition) => $"selected-{edition}";
}
