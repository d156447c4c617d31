namespace Tedori.Workflows.Records;

/// <summary>
/// The record, which is the truth. Modelled on what Azure Tables and SQLite can both do.
/// Partition and row keys have 1 to 512 characters, none of <c>/ \ # ?</c> and no control character; how much text a
/// row and a commit hold is in <see cref="RecordRules"/>.
/// </summary>
public interface IRecords
{
    /// <summary>Most writes in one commit.</summary>
    const int MostWrites = 100;

    /// <summary>How long a change that lost to another writer waits, after what a commit of this store takes.</summary>
    Backoff Backoff => Backoff.None;

    /// <summary>The row, or null where there is none.</summary>
    Task<Row?> ReadAsync(RecordSet set, string partition, string key, CancellationToken cancellation = default);

    /// <summary>
    /// Rows of one partition in order of key, from <paramref name="from"/> (inclusive) to <paramref name="before"/>
    /// (exclusive; null for the end). Pages behind the scenes; rows written meanwhile may or may not appear.
    /// </summary>
    IAsyncEnumerable<Row> ScanAsync(
        RecordSet set, string partition, string from = "", string? before = null,
        CancellationToken cancellation = default);

    /// <summary>Writes all or nothing in one partition, at most <see cref="MostWrites"/>, each key once.</summary>
    /// <exception cref="ArgumentException">
    /// No writes, too many, a key twice, a forbidden character in a key, or more text than a row or a commit holds.
    /// </exception>
    Task<CommitOutcome> CommitAsync(
        RecordSet set, string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default);
}
