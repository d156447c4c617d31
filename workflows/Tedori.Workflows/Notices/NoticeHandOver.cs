using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Hands a notice over, once: that it begins is committed before, and where its end is not, the mail server is asked or its
/// report waited for before the notice is handed over again. Safe to repeat.
/// </summary>
public sealed class NoticeHandOver(
    IRecords records, EditionCatalog editions, IMail mail, INoticeRenderer renderer, CaseAccess access,
    ReplyAddresses replies, StaffTasks tasks, MailPatience patience, MailTraffic traffic, MailDiversion diversion, IClock clock,
    ILogger<NoticeHandOver> logger)
{
    // Two that nobody answers may be chance.
    private const int MostUnanswered = 2;

    /// <summary>Hands a notice over that stands in the outbox, unless it may have been.</summary>
    /// <param name="pending">The row of the outbox as it was read.</param>
    /// <param name="cancellation">Ends it; a hand-over that had begun counts as one that was not answered.</param>
    /// <returns>When to look again, or null where the ledger has it.</returns>
    /// <exception cref="MailNotTakenException">The mail server did not take it now.</exception>
    public async Task<Instant?> SendAsync(Row<Notice> pending, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        if (pending.Body.HandOver is { } open && await ResolveAsync(pending.Body, open, cancellation) is (true, var lookAgainAt))
            return lookAgainAt;
        var notice = await records.InChosenLanguageAsync(pending.Body, cancellation);
        var link = await access.IssueAsync(notice, cancellation);
        var begun = notice with
        {
            HandOver = new((pending.Body.HandOver?.Number ?? 0) + 1, clock.GetCurrentInstant(), link?.Generation, link?.Until)
            {
                WentTo = diversion.Address,
            },
        };
        var message = await MessageOfAsync(begun, link, cancellation);
        if (message.Attachments is [var letter, ..])
            begun = begun with { HandOver = begun.HandOver! with { Letter = letter.Sha256 } };
        // A conflict means that another run hands it over, or has: that one is not disturbed, and looked after later.
        return (await records.CommitAsync(CaseRows.Pending(notice.Id).Put(begun, pending.Version), cancellation)).Succeeded
            ? await HandOverAsync(pending.Body, begun, message, cancellation)
            : await OpenAsync(notice.Id, cancellation);
    }

    /// <summary>
    /// The mail server reports on a notice: where a hand-over of it was not answered, it was taken, and the ledger has it now.
    /// </summary>
    /// <param name="id">The notice.</param>
    /// <param name="messageId">The server's id of the message as the report has it, or an empty text.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>Whether it was so.</returns>
    public async Task<bool> ProveAsync(NoticeId id, string messageId, CancellationToken cancellation = default)
    {
        if (await records.ReadAsync(CaseRows.Pending(id), cancellation) is not { Body: { HandOver: not null } begun })
            return false;
        await KeepAsync(begun, new(messageId, Delivered: false), cancellation);
        return true;
    }

    private async Task<Instant?> HandOverAsync(
        Notice before, Notice begun, OutgoingMail message, CancellationToken cancellation)
    {
        MailReceipt receipt;
        try
        {
            receipt = await mail.SendAsync(message, cancellation);
        }
        catch (MailRefusedException e)
        {
            logger.LogWarning("The mail server will never take {Notice}: {Reason}", begun.Id, e.Message);
            CountFailed(permanent: true);
            await MoveAsync(begun, SentOf(begun, "", NoticeState.Refused) with { Link = null, Letter = null }, cancellation);
            return null;
        }
        catch (MailNotTakenException)
        {
            CountFailed(permanent: false);
            await CloseAsync(before, begun, cancellation);
            await traffic.FailedAsync(cancellation);
            throw;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogInformation(e, "Nobody knows whether the mail server took {Notice}.", begun.Id);
            CountFailed(permanent: false);
            await traffic.FailedAsync(cancellation);
            if (await ResolveAsync(begun, begun.HandOver!, cancellation) is (true, var lookAgainAt))
                return lookAgainAt;
            await CloseAsync(before, begun, cancellation);
            throw;
        }

        await KeepAsync(begun, receipt, cancellation);
        return null;
    }

    // What is known of a hand-over that was not answered; over where it is not to be handed over now.
    private async Task<(bool Over, Instant? LookAgainAt)> ResolveAsync(
        Notice begun, HandOver open, CancellationToken cancellation)
    {
        var answer = await mail.AskAsync(new(begun.Id.ToString(), begun.HandOver?.WentTo ?? begun.To), cancellation);
        if (answer is MailAnswer.Taken taken)
        {
            await KeepAsync(begun, taken.Receipt, cancellation);
            return (true, null);
        }

        var until = open.At + patience.Report;
        if (answer is MailAnswer.NotTaken || clock.GetCurrentInstant() >= until)
            return (false, null);
        if (open.Number > MostUnanswered)
            await TellAsync(begun.Id, cancellation);
        return (true, until);
    }

    // Whoever began it looks after it; who comes by chance looks again when that must be over.
    private async Task<Instant?> OpenAsync(NoticeId id, CancellationToken cancellation) =>
        await records.ReadAsync(CaseRows.Pending(id), cancellation) is { Body: var now }
            ? (now.HandOver?.At ?? clock.GetCurrentInstant()) + patience.Report
            : null;

    private async Task<OutgoingMail> MessageOfAsync(Notice notice, IssuedLink? link, CancellationToken cancellation)
    {
        var body = await renderer.RenderAsync(notice, link?.Address, link?.Until);
        return diversion.Of(new(
            notice.Id.ToString(), notice.To, notice.ToName, body.Subject, body.Text, body.Html, notice.HandOver!.At)
        {
            ReplyTo = await replies.OfAsync(notice.Id.CaseId, cancellation) ?? editions.Of(notice.Id.CaseId).Contact?.Email,
            Attachments = body.Letter is { } letter ? [letter] : [],
        });
    }

    // The mail server has it: the ledger gets it whoever else is at it.
    private async Task KeepAsync(Notice begun, MailReceipt receipt, CancellationToken cancellation)
    {
        var state = receipt.Delivered ? NoticeState.Delivered : NoticeState.Sent;
        if (await MoveAsync(begun, SentOf(begun, receipt.MessageId, state), cancellation))
            TedoriMeter.MailSent.Add(1);
        await traffic.TookAsync(receipt.Delivered, cancellation);
    }

    private Task<bool> MoveAsync(Notice begun, SentNotice sent, CancellationToken cancellation) =>
        records.ChangeAsync(CaseRows.Pending(begun.Id), now => now is null
            ? new Change<Notice, bool>(null, false)
            : new Change<Notice, bool>(null, true, [CaseRows.Ledger(begun.Id).Insert(sent)]), cancellation);

    private Task<Notice?> CloseAsync(Notice before, Notice begun, CancellationToken cancellation) => records.ChangeAsync(
        CaseRows.Pending(begun.Id), now => now?.HandOver == begun.HandOver ? before : now, cancellation);

    private Task TellAsync(NoticeId id, CancellationToken cancellation) => tasks.RaiseAsync(
        new("mailUnclear", id.ToString(), clock.GetCurrentInstant(),
            "通知を何度か送信しましたが、メールサーバーが受け付けたかどうか分かりません。届いているか企業に確認してください。"), cancellation);

    private static SentNotice SentOf(Notice begun, string messageId, NoticeState state)
    {
        var handOver = begun.HandOver!;
        var link = handOver is { Generation: { } generation, LinkUntil: { } until } ? new SentLink(generation, until) : null;
        return new(begun with { HandOver = null }, messageId, handOver.At, state, handOver.At, link, handOver.Letter, handOver.WentTo);
    }

    private static void CountFailed(bool permanent) =>
        TedoriMeter.MailFailed.Add(1, new KeyValuePair<string, object?>(MetricNames.PermanentTag, permanent));
}
