using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Notices;
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
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Cases, id.ToString(), CaseRows.Events, cancellation))
        {
            var read = TedoriJson.Read<EventRow>(row.Body);
            events.Add((read.Number, read.Read()));
        }

        return events;
    }

    /// <summary>The notices that left, in the order of their causes.</summary>
    public async Task<IReadOnlyList<SentNotice>> SentAsync(CaseId id, CancellationToken cancellation = default)
    {
        var sent = new List<SentNotice>();
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Cases, id.ToString(), CaseRows.Sent, cancellation))
            sent.Add(TedoriJson.Read<SentNotice>(row.Body));
        return [.. sent.OrderBy(n => n.Notice.Cause)];
    }

    /// <summary>One notice that left, or null.</summary>
    public async Task<SentNotice?> SentAsync(NoticeId id, CancellationToken cancellation = default) =>
        (await records.ReadAsync<SentNotice>(RecordSet.Cases, id.CaseId.ToString(), CaseRows.Sent + id, cancellation)).Body;
}
