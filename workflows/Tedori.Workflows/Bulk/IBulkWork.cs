namespace Tedori.Workflows.Bulk;

/// <summary>
/// Work on many cases that is done item by item, each with a verdict of its own on the record. One class for each kind.
/// </summary>
public interface IBulkWork
{
    /// <summary>The kind, as in <see cref="Durable.BulkId.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>
    /// The next items without a verdict. Where there is none in the whole work, records that it is done. Safe to repeat.
    /// </summary>
    /// <param name="id">Which work.</param>
    /// <param name="after">The item after which to look, exclusive; empty from the beginning.</param>
    /// <param name="most">Most items of the answer.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    Task<OpenItems> FindAsync(string id, string after, int most, CancellationToken cancellation = default);

    /// <summary>Does one item and records its verdict; a no-op where it has one. Safe to repeat.</summary>
    Task PerformAsync(string id, string item, CancellationToken cancellation = default);
}
