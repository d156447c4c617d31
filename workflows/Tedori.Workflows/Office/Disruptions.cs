using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// What an outage of our own led two people to decide: moved entry windows and declared outages. One row that every
/// process reads each half minute and lays over its editions, and reads again before it calls anything late.
/// </summary>
public sealed class Disruptions(IRecords records, EditionCatalog editions)
{
    private static readonly RowKey<DisruptionsRow> Key =
        new RowPartition(RecordSet.Office, "settings").Row<DisruptionsRow>("disruptions");

    /// <summary>All of them, in the order in which they were decided.</summary>
    public async Task<DisruptionsRow> AllAsync(CancellationToken cancellation = default) =>
        (await records.ReadAsync(Key, cancellation))?.Body ?? new([], []);

    /// <summary>Keeps a moved window. Safe to repeat: one of the same proposal stays as it is.</summary>
    public Task KeepAsync(MovedWindow moved, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return ChangeAsync(
            row => row.Windows.Any(w => w.Proposal == moved.Proposal && w.Round == moved.Round)
                ? row
                : row with { Windows = [.. row.Windows, moved] }, cancellation);
    }

    /// <summary>Keeps a declared outage. Safe to repeat: one of the same proposal stays as it is.</summary>
    public Task KeepAsync(Outage outage, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outage);
        return ChangeAsync(
            row => row.Outages.Any(o => o with { At = outage.At } == outage)
                ? row
                : row with { Outages = [.. row.Outages, outage] }, cancellation);
    }

    /// <summary>Lays them over the editions of this process. Safe to repeat.</summary>
    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        var row = await AllAsync(cancellation);
        editions.Overlay(row.Windows, row.Outages);
    }

    private async Task ChangeAsync(Func<DisruptionsRow, DisruptionsRow> change, CancellationToken cancellation)
    {
        await records.ChangeAsync(Key, row => change(row ?? new([], [])), cancellation);
        await ApplyAsync(cancellation);
    }
}

/// <summary>The row of moved windows and declared outages. Storage format.</summary>
/// <param name="Windows">Moved windows in their order: the last of a round holds.</param>
/// <param name="Outages">Declared outages.</param>
public sealed record DisruptionsRow(IReadOnlyList<MovedWindow> Windows, IReadOnlyList<Outage> Outages);
