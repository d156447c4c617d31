using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>Reads what the rules of quiet ask for, and keeps in the ledger what is withheld.</summary>
public sealed class QuietMails(IRecords records, EditionCatalog editions, IClock clock)
{
    /// <summary>What becomes of a notice that waits in the outbox.</summary>
    public async Task<QuietVerdict> JudgeAsync(Notice notice, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var id = notice.Id.CaseId;
        if (!QuietRules.IsOnceADay(notice.Kind)
            || await records.ReadAsync(CaseRows.Snapshot(id), cancellation) is not { Body.State: var state })
            return new QuietVerdict.Leaves();
        var reminder = notice.Kind == NoticeKind.Reminder
            ? (await records.ReadAsync(CaseRows.Event(id, notice.Cause), cancellation))?.Body.Read() as CaseEvent.ReminderFellDue
            : null;
        return QuietRules.Judge(
            editions.Of(id), state, notice, reminder, await LastAsync(notice, cancellation), clock.GetCurrentInstant());
    }

    /// <summary>Takes a notice out of the outbox: it does not leave, and the ledger says so.</summary>
    public Task WithholdAsync(Row<Notice> pending, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        var (id, now) = (pending.Body.Id, clock.GetCurrentInstant());
        // A conflict means that another run saw to it.
        return records.CommitAsync(
            [
                CaseRows.Pending(id).Delete(pending.Version),
                CaseRows.Ledger(id).Insert(new(pending.Body, "", now, NoticeState.Withheld, now)),
            ], cancellation);
    }

    private async Task<Instant?> LastAsync(Notice notice, CancellationToken cancellation)
    {
        Instant? last = null;
        await foreach (var sent in records.BodiesAsync(CaseRows.SentOf(notice.Id.CaseId, notice.Kind), cancellation))
        {
            if (sent.State is not (NoticeState.Withheld or NoticeState.Refused)
                && string.Equals(sent.Notice.To, notice.To, StringComparison.OrdinalIgnoreCase))
                last = last is { } known ? Instant.Max(known, sent.SentAt) : sent.SentAt;
        }

        return last;
    }
}
