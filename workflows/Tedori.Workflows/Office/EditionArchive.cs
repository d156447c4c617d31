using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// The programme files as they were served last, kept in the record: a file that is lost, broken or no longer named must
/// not hide the cases of its year.
/// </summary>
public sealed class EditionArchive(IRecords records, IClock clock)
{
    private static readonly RowPartition Partition = new(RecordSet.Office, "editions");

    /// <summary>All that are kept, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancellation = default) =>
        await records.BodiesAsync(Partition.Prefix<EditionRow>("edition-"), cancellation)
            .ToDictionaryAsync(row => row.Id, row => row.Text, cancellationToken: cancellation);

    /// <summary>Keeps the text of an edition, in place of the one before. Safe to repeat.</summary>
    public Task KeepAsync(Edition edition, string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var row = new EditionRow(edition.Id, edition.Name, text, clock.GetCurrentInstant());
        return records.CommitAsync(
            Partition.Row<EditionRow>($"edition-{edition.Id}").Upsert(row), cancellation);
    }
}

/// <summary>A programme file that was served. Storage format.</summary>
/// <param name="Id">Id of the edition.</param>
/// <param name="Name">Its name, for who looks into the store.</param>
/// <param name="Text">The file.</param>
/// <param name="At">When it was kept.</param>
public sealed record EditionRow(string Id, string Name, string Text, Instant At);
