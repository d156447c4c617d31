using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
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
    IRecords records, EditionCatalog editions, NoticeHandOver handOver, QuietMails quiet, MailPace pace, StaffTasks tasks,
    IHints hints, IClock clock)
{
    /// <summary>
    /// Sends a pending notice once its time has come, or tells how far a sent one is. One of which nobody knows whether the
    /// mail server took it waits for an answer. One that the mail server will never take goes to the ledger
    /// as refused, and staff are told: it must not be handed over again and again.
    /// </summary>
    /// <exception cref="MailNotTakenException">The mail server did not take it now.</exception>
    /// <exception cref="InvalidOperationException">There is no such notice.</exception>
    public async Task<NoticeProgress> SendAsync(NoticeId id, CancellationToken cancellation = default)
    {
        using var span = TedoriTrace.Start("NoticeDesk.Send", id);
        if (await records.ReadAsync(CaseRows.Pending(id), cancellation) is not { } pending)
            return await ToldAsync(await SentAsync(id, cancellation), cancellation);
        if (pending.Body.NotBefore is { } opens && clock.GetCurrentInstant() < opens)
            return new(NoticeState.Pending, opens);
        // What may have left already is looked after whatever the rules of quiet say.
        if (pending.Body.HandOver is null && await HeldAsync(pending, cancellation) is (true, var held))
            return held is { } until
                ? new(NoticeState.Pending, until)
                : await ToldAsync(await SentAsync(id, cancellation), cancellation);
        if (await handOver.SendAsync(pending, cancellation) is { } lookAgain)
            return new(NoticeState.Pending, lookAgain);
        return await ToldAsync(await SentAsync(id, cancellation), cancellation);
    }

    /// <summary>Records that a mail was delivered, or that it came back.</summary>
    /// <returns>Whether there is such a notice.</returns>
    public Task<bool> RecordDeliveryAsync(NoticeId id, bool delivered, CancellationToken cancellation = default) =>
        RecordAsync(id, delivered ? NoticeState.Delivered : NoticeState.Bounced, "", cancellation);

    /// <summary>
    /// Records what the mail server, or the company by opening its link, reports. One that comes twice changes nothing, nor
    /// one of something better than is known. It also tells that a hand-over was taken which nobody answered.
    /// </summary>
    /// <param name="id">The notice.</param>
    /// <param name="reported">What is reported.</param>
    /// <param name="messageId">The server's id of the message, or an empty text.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>Whether there is such a notice.</returns>
    public async Task<bool> RecordAsync(
        NoticeId id, NoticeState reported, string messageId, CancellationToken cancellation = default)
    {
        var sent = await MoveAsync(id, reported, cancellation);
        if (sent is null && await handOver.ProveAsync(id, messageId, cancellation))
            sent = await MoveAsync(id, reported, cancellation);
        if (sent is null)
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
            sent = await MoveAsync(id, NoticeState.Silent, cancellation) ?? sent;
        return await ToldAsync(sent, cancellation);
    }

    /// <summary>Tells staff that the mail server does not take a notice.</summary>
    public Task ReportTroubleAsync(NoticeId id, CancellationToken cancellation = default) =>
        RaiseAsync(id, "mailTrouble", "通知を送信できませんでした。メールサーバーの状態を確認し、再通知してください。", cancellation);

    private async Task<(bool Held, Instant? Until)> HeldAsync(Row<Notice> pending, CancellationToken cancellation)
    {
        var notice = pending.Body;
        switch (await quiet.JudgeAsync(notice, cancellation))
        {
            case QuietVerdict.Waits waits:
                return (true, waits.Until);
            case QuietVerdict.Withheld:
                await quiet.WithholdAsync(pending, cancellation);
                return (true, null);
            default:
                var turn = pace.Admit(new(notice.Id.ToString(), notice.To), clock.GetCurrentInstant());
                return (turn is not null, turn);
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
        NoticeState.Bounced => TellNextAsync(sent.Notice, "届きませんでした", cancellation),
        NoticeState.Dropped => TellNextAsync(
            sent.Notice, "届いていません(以前の不達などのため、メールサーバーが送信しませんでした)", cancellation),
        NoticeState.Silent => RaiseAsync(sent.Notice.Id, "mailSilent",
            $"通知({sent.Notice.Subject})の配信報告がありません。届いているか企業に確認してください。", cancellation),
        NoticeState.Refused => RaiseAsync(sent.Notice.Id, "mailRefused",
            $"通知({sent.Notice.Subject})をメールサーバーが受け付けません。連絡先を確認し、再通知してください。", cancellation),
        _ => Task.CompletedTask,
    };

    private async Task TellNextAsync(Notice notice, string what, CancellationToken cancellation)
    {
        var state = (await records.ReadAsync(CaseRows.Snapshot(notice.Id.CaseId), cancellation))!.Body.State;
        var next = NextChannel.Of(editions.Of(notice.Id.CaseId), state, notice);
        await RaiseAsync(notice.Id, "mailBounced",
            $"通知({notice.Subject})が{what}。{next.Sentence(JapanTime.DateOf(clock.GetCurrentInstant()))}", cancellation);
    }

    private NoticeProgress ProgressOf(SentNotice sent)
    {
        var timeout = editions.Of(sent.Notice.Id.CaseId).Windows.DeliveryTimeout;
        return new(sent.State, sent.State.IsUnderWay() ? sent.SentAt + timeout : null);
    }

    private async Task<SentNotice> SentAsync(NoticeId id, CancellationToken cancellation) =>
        (await records.ReadAsync(CaseRows.Ledger(id), cancellation))?.Body
            ?? throw new InvalidOperationException($"There is no notice {id}.");

    private async Task<SentNotice?> MoveAsync(NoticeId id, NoticeState reported, CancellationToken cancellation)
    {
        var (sent, moved) = await records.ChangeAsync(CaseRows.Ledger(id), before =>
        {
            var moves = before is not null && NoticeStates.After(before.State, reported) != before.State;
            var after = moves ? before! with { State = reported, StateAt = clock.GetCurrentInstant() } : before;
            return new Change<SentNotice, (SentNotice?, bool)>(after, (after, moves));
        }, cancellation);
        if (moved)
            Count(reported);
        return sent;
    }

    private static void Count(NoticeState state)
    {
        if (state is NoticeState.Bounced or NoticeState.Dropped)
            TedoriMeter.MailBounced.Add(1);
        else if (state == NoticeState.Silent)
            TedoriMeter.MailSilent.Add(1);
    }
}
