using System.Runtime.CompilerServices;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Cases;

/// <summary>Reads what happened to a case and what was told to the company.</summary>
public sealed class CaseHistory(IRecords records)
{
    /// <summary>All events with their numbers, in order.</summary>
    public async Task<IReadOnlyList<(int Number, CaseEvent Event)>> EventsAsync(
        CaseId id, CancellationToken cancellation = default)
    {
        var events = new List<(int, CaseEvent)>();
        await foreach (var row in records.ScanAsync(CaseRows.EventsOf(id), cancellation))
            events.Add(row.Read(e => (e.Number, e.Read())));
        return events;
    }

    /// <summary>The notices that left, in the order of their causes.</summary>
    public async Task<IReadOnlyList<SentNotice>> SentAsync(CaseId id, CancellationToken cancellation = default) =>
        await records.BodiesAsync(CaseRows.SentOf(id), cancellation).OrderBy(n => n.Notice.Cause)
            .ToListAsync(cancellation);

    /// <summary>One notice that left, or null.</summary>
    public async Task<SentNotice?> SentAsync(NoticeId id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(CaseRows.Ledger(id), cancellation))?.Body;

    /// <summary>The events after the first so many, in order, each with its number from 1.</summary>
    /// <param name="id">The case.</param>
    /// <param name="seen">How many events are known already, 0 or more.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<(int Number, CaseEvent Event)> SinceAsync(
        CaseId id, int seen, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var (number, e) in await EventsAsync(id, cancellation))
        {
            if (number > seen)
                yield return (number, e);
        }
    }
}
