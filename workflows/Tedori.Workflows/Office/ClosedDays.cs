using Tedori.Programme.Calendar;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// The changes of closed days (休日表の変更): one row that every process reads each minute and lays over its editions.
/// </summary>
public sealed class ClosedDays(IRecords records, EditionCatalog editions)
{
    private const string Partition = "settings";
    private const string Row = "closedDays";

    /// <summary>All changes, by date.</summary>
    public async Task<IReadOnlyList<ClosedDayChange>> AllAsync(CancellationToken cancellation = default) =>
        (await ReadAsync(cancellation)).Body?.Changes ?? [];

    /// <summary>Keeps a change, in place of an earlier one of the same date. Safe to repeat.</summary>
    public async Task ChangeAsync(ClosedDayChange change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await RecordsExtensions.UntilCommittedAsync(async () =>
        {
            var (row, version) = await ReadAsync(cancellation);
            var kept = (row?.Changes ?? []).Where(c => c.Date != change.Date);
            var after = new ClosedDaysRow([.. kept.Append(change).OrderBy(c => c.Date)]);
            var outcome = await records.CommitAsync(
                RecordSet.Office, Partition, [RecordsExtensions.Put(Row, after, version)], cancellation);
            return outcome.Succeeded ? after : null;
        });
        await ApplyAsync(cancellation);
    }

    /// <summary>Lays the changes over the editions of this process. Safe to repeat.</summary>
    public async Task ApplyAsync(CancellationToken cancellation = default) =>
        editions.Overlay([.. await AllAsync(cancellation)]);

    private Task<(ClosedDaysRow? Body, string? Version)> ReadAsync(CancellationToken cancellation) =>
        records.ReadAsync<ClosedDaysRow>(RecordSet.Office, Partition, Row, cancellation);
}

/// <summary>The row of changed closed days. Storage format.</summary>
/// <param name="Changes">The changes, by date, each date once.</param>
public sealed record ClosedDaysRow(IReadOnlyList<ClosedDayChange> Changes);
