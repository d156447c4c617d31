using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Notices;

/// <summary>Sends what the outbox holds and keeps the ledger of what left. Safe to repeat.</summary>
public sealed class NoticeService(
    IRecords records, EditionCatalog editions, IMail mail, INoticeRenderer renderer, CaseAccess access, ReplyAddresses replies, StaffTasks tasks,
    IHints hints, IClock clock, ILogger<NoticeService> logger)
{
    /// <summary>
    /// Sends a pending notice once its time has come, or tells how far a sent one is. One that the mail server will never take goes to the ledger
    /// as refused, and staff are told: it must not be handed over again and again.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such notice.</exception>
    public async Task<NoticeProgress> SendAsync(NoticeId id, CancellationToken cancellation = default)
    {
        using var span = TedoriTrace.Start("NoticeDesk.Send", id);
        if (await records.ReadAsync(CaseRows.Pending(id), cancellation) is not { } pending)
            return await ToldAsync(await SentAsync(id, cancellation), cancellation);
        if (pending.Body.NotBefore is { } opens && clock.GetCurrentInstant() < opens)
            return new(NoticeState.Pending, opens);
        var sent = await HandOverAsync(await records.InChosenLanguageAsync(pending.Body, cancellation), cancellation);
        await records.CommitAsync(
            [CaseRows.Pending(id).Delete(pending.Version), CaseRows.Ledger(id).Insert(sent)], cancellation);
        // A conflict means that another run of this activity sent it: the ledger tells.
        return await ToldAsync(await SentAsync(id, cancellation), cancellation);
    }

    /// <summary>
    /// Records the mail server's report. One that comes twice changes nothing, nor one of delivery after the mail had
    /// come back.
    /// </summary>
    /// <returns>Whether there is such a notice.</returns>
    public async Task<bool> RecordDeliveryAsync(NoticeId id, bool delivered, CancellationToken cancellation = default)
    {
        var state = delivered ? NoticeState.Delivered : NoticeState.Bounced;
        if (await MoveAsync(id, s => Moves(s, delivered), state, cancellation) is not { } sent)
            return false;
        await TellStaffAsync(sent, cancellation);
        await hints.NoticeChangedAsync(id, cancellation);
        return true;
    }

    /// <summary>Looks whether the report is overdue; if so, staff are told.</summary>
    /// <exception cref="InvalidOperationException">There is no such notice.</exception>
    public async Task<NoticeProgress> CheckAsync(NoticeId id, CancellationToken cancellation = default)
    {
        var sent = await SentAsync(id, cancellation);
        if (ProgressOf(sent).LookAgainAt is { } due && clock.GetCurrentInstant() >= due)
            sent = await MoveAsync(id, s => s == NoticeState.Sent, NoticeState.Silent, cancellation) ?? sent;
        return await ToldAsync(sent, cancellation);
    }

    /// <summary>Tells staff that the mail server does not take a notice.</summary>
    public Task ReportTroubleAsync(NoticeId id, CancellationToken cancellation = default) =>
        RaiseAsync(id, "mailTrouble", "通知を送信できませんでした。メールサーバーの状態を確認し、再通知してください。", cancellation);

    private async Task<SentNotice> HandOverAsync(Notice notice, CancellationToken cancellation)
    {
        var link = await access.IssueAsync(notice, cancellation);
        var body = await renderer.RenderAsync(notice, link?.Address, link?.Until);
        var now = clock.GetCurrentInstant();
        var message = new OutgoingMail(
            notice.Id.ToString(), notice.To, notice.ToName, body.Subject, body.Text, body.Html, now)
        {
            ReplyTo = await replies.OfAsync(notice.Id.CaseId, cancellation) ?? editions.Of(notice.Id.CaseId).Contact?.Email,
            Attachments = body.Letter is { } letter ? [letter] : [],
        };
        try
        {
            var receipt = await mail.SendAsync(message, cancellation);
            TedoriMeter.MailSent.Add(1);
            var state = receipt.Delivered ? NoticeState.Delivered : NoticeState.Sent;
            return new(
                notice, receipt.MessageId, now, state, now, link is null ? null : new(link.Generation, link.Until),
                body.Letter?.Sha256);
        }
        catch (MailRefusedException e)
        {
            logger.LogWarning("The mail server will never take {Notice}: {Reason}", notice.Id, e.Message);
            TedoriMeter.MailFailed.Add(1, new KeyValuePair<string, object?>(MetricNames.PermanentTag, true));
            return new(notice, "", now, NoticeState.Refused, now);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TedoriMeter.MailFailed.Add(1, new KeyValuePair<string, object?>(MetricNames.PermanentTag, false));
            throw;
        }
    }

    // Also where an earlier run ended between the ledger and the task.
    private async Task<NoticeProgress> ToldAsync(SentNotice sent, CancellationToken cancellation)
    {
        await TellStaffAsync(sent, cancellation);
        return ProgressOf(sent);
    }

    private Task RaiseAsync(NoticeId id, string kind, string text, CancellationToken cancellation) =>
        tasks.RaiseAsync(new(kind, id.ToString(), clock.GetCurrentInstant(), text), cancellation);

    private Task TellStaffAsync(SentNotice sent, CancellationToken cancellation) => sent.State switch
    {
        // That the address until now reaches nobody is why another took its place.
        _ when sent.Notice.Kind == NoticeKind.FormerContact => Task.CompletedTask,
        NoticeState.Bounced => RaiseAsync(sent.Notice.Id, "mailBounced",
            $"通知({sent.Notice.Subject})が届きませんでした。連絡先を確認し、再通知してください。", cancellation),
        NoticeState.Silent => RaiseAsync(sent.Notice.Id, "mailSilent",
            $"通知({sent.Notice.Subject})の配信報告がありません。届いているか企業に確認してください。", cancellation),
        NoticeState.Refused => RaiseAsync(sent.Notice.Id, "mailRefused",
            $"通知({sent.Notice.Subject})をメールサーバーが受け付けません。連絡先を確認し、再通知してください。", cancellation),
        _ => Task.CompletedTask,
    };

    private NoticeProgress ProgressOf(SentNotice sent)
    {
        var timeout = editions.Of(sent.Notice.Id.CaseId).Windows.DeliveryTimeout;
        return new(sent.State, sent.State == NoticeState.Sent ? sent.SentAt + timeout : null);
    }

    private async Task<SentNotice> SentAsync(NoticeId id, CancellationToken cancellation) =>
        (await records.ReadAsync(CaseRows.Ledger(id), cancellation))?.Body
            ?? throw new InvalidOperationException($"There is no notice {id}.");

    private async Task<SentNotice?> MoveAsync(
        NoticeId id, Func<NoticeState, bool> from, NoticeState to, CancellationToken cancellation)
    {
        var (sent, moved) = await records.ChangeAsync(CaseRows.Ledger(id), before =>
        {
            var moves = before is not null && from(before.State);
            var after = moves ? before! with { State = to, StateAt = clock.GetCurrentInstant() } : before;
            return new Change<SentNotice, (SentNotice?, bool)>(after, (after, moves));
        }, cancellation);
        if (moved)
            Count(to);
        return sent;
    }

    // A mail that came back did not arrive, whatever its server had said before: it may first take it and then return it.
    private static bool Moves(NoticeState from, bool delivered) =>
        from is NoticeState.Sent or NoticeState.Silent || (from == NoticeState.Delivered && !delivered);

    private static void Count(NoticeState state)
    {
        if (state == NoticeState.Bounced)
            TedoriMeter.MailBounced.Add(1);
        else if (state == NoticeState.Silent)
            TedoriMeter.MailSilent.Add(1);
    }
}
