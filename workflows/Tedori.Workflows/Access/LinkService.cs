using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Text;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Access;

/// <summary>Sends the link to a case again, to the registered address only. Tells the caller nothing.</summary>
public sealed class LinkService(IRecords records, CaseCommandHandler cases, CaseDirectory directory, IHints hints)
{
    private const int Most = 9_999;

    // Whoever entered in many rounds asks for the newest; the others are found by their number.
    private const int MostOfOneAddress = 3;

    /// <summary>
    /// Puts the notice into the outbox of each of the newest cases with this address: for whoever has lost the receipt
    /// number with the mail. Where there is none, nothing happens.
    /// </summary>
    /// <param name="email">The address as typed.</param>
    /// <param name="at">When it was asked for.</param>
    /// <param name="cancellation">Ends the wait; a notice that was committed leaves.</param>
    public async Task SendAgainAsync(string email, Instant at, CancellationToken cancellation = default)
    {
        var found = new List<CaseListing>();
        await directory.EachAsync(
            listed =>
            {
                if (MailAddresses.AreSame(listed.Email, email))
                    found.Add(listed);
            },
            cancellation);
        foreach (var listed in found.OrderByDescending(l => l.Since).Take(MostOfOneAddress))
            await SendAgainAsync(listed.Id, email, at, cancellation);
    }

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
            || !MailAddresses.AreSame(state.Entry.Email, email))
            return;
        var number = await records.CountAsync(CaseRows.OutboxOf(id, NoticeKind.LinkSentAgain), cancellation)
            + await records.CountAsync(CaseRows.SentOf(id, NoticeKind.LinkSentAgain), cancellation) + 1;
        if (number > Most)
            return;
        var notice = LinkNotice.Compose(state, number, at);
        // A conflict means that somebody asked at the same moment: one link is enough.
        if ((await records.CommitAsync(CaseRows.Pending(notice.Id).Insert(notice), cancellation)).Succeeded)
            await hints.NoticePendingAsync(notice.Id, cancellation);
    }
}
