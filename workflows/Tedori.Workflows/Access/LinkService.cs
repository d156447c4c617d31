using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Access;

/// <summary>Sends the link to a case again, to the registered address only. Tells the caller nothing.</summary>
public sealed class LinkService(IRecords records, CaseCommandHandler cases, IHints hints)
{
    private const int Most = 9_999;

    /// <summary>
    /// Puts the notice into the outbox where there is such a case with such an address; else nothing happens.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="email">The address as typed.</param>
    /// <param name="at">When it was asked for.</param>
    /// <param name="cancellation">Ends the wait; a notice that was committed leaves.</param>
    public async Task SendAgainAsync(CaseId id, string email, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        if (await cases.ReadAsync(id, cancellation) is not { State: { } state }
            || !string.Equals(state.Entry.Email, email.Trim(), StringComparison.OrdinalIgnoreCase))
            return;
        var number = await CountAsync(id, CaseRows.Outbox, cancellation)
            + await CountAsync(id, CaseRows.Sent, cancellation) + 1;
        if (number > Most)
            return;
        var notice = LinkNotice.Compose(state, number, at);
        var write = new Write.Insert(CaseRows.Outbox + notice.Id, TedoriJson.Write(notice));
        // A conflict means that somebody asked at the same moment: one link is enough.
        if ((await records.CommitAsync(RecordSet.Cases, id.ToString(), [write], cancellation)).Succeeded)
            await hints.NoticePendingAsync(notice.Id, cancellation);
    }

    private async Task<int> CountAsync(CaseId id, string prefix, CancellationToken cancellation)
    {
        var kind = $"{prefix}{id}.{NoticeId.NameOf(NoticeKind.LinkSentAgain)}.";
        var count = 0;
        await foreach (var _ in records.ScanPrefixAsync(RecordSet.Cases, id.ToString(), kind, cancellation))
            count++;
        return count;
    }
}
