using Tedori.Programme.Calendar;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// The changes of closed days (休日表の変更): one row that every process reads each minute and lays over its editions.
/// </summary>
public sealed class ClosedDays(IRecords records, EditionCatalog editions)
{
    private static readonly RowKey<ClosedDaysRow> Key =
        new RowPartition(RecordSet.Office, "settings").Row<ClosedDaysRow>("closedDays");

    /// <summary>All changes, by date.</summary>
    public async Task<IReadOnlyList<ClosedDayChange>> AllAsync(CancellationToken cancellation = default) =>
        (await records.ReadAsync(Key, cancellation))?.Body.Changes ?? [];

    /// <summary>Keeps a change, in place of an earlier one of the same date. Safe to repeat.</summary>
    public async Task ChangeAsync(ClosedDayChange change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await records.ChangeAsync(Key, row =>
        {
            var kept = (row?.Changes ?? []).Where(c => c.Date != change.Date);
            return new([.. kept.Append(change).OrderBy(c => c.Date)]);
        }, cancellation);
        await ApplyAsync(cancellation);
    }

    /// <summary>Lays the changes over the editions of this process. Safe to repeat.</summary>
    public async Task ApplyAsync(CancellationToken cancellation = default) =>
        editions.Overlay([.. await AllAsync(cancellation)]);
}

/// <summary>The row of changed closed days. Storage format.</summary>
/// <param name="Changes">The changes, by date, each date once.</param>
public sealed record ClosedDaysRow(IReadOnlyList<ClosedDayChange> Changes);
