using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Alarms;

/// <summary>
/// Hands over the mails about alarms, as notices are: that it begins is committed before, and where its end is not, the mail
/// server is asked or an hour waited, and then it is handed over once more and not again. None of it is a notice, so that what
/// watches the notices does not watch itself. Safe to repeat.
/// </summary>
public sealed class AlarmMails(
    IRecords records, IMail mail, IAlarmRenderer renderer, AlarmSettings settings, InboundSettings senders,
    MailPatience patience, MailDiversion diversion, IClock clock, ILogger<AlarmMails> logger)
{
    // No hand-over takes so long: one that began later may be under way in another process.
    private static readonly Duration UnderWay = Duration.FromMinutes(10);

    private const int MostTries = 2;

    /// <summary>Hands over the latest mail of each alarm of yesterday and today.</summary>
    /// <param name="edition">Whose office signs, and is told where no other address is set.</param>
    /// <param name="cancellation">Ends it; a hand-over that had begun counts as one that was not answered.</param>
    /// <returns>How many of them the mail server has not.</returns>
    public async Task<int> SendAsync(Edition edition, CancellationToken cancellation = default)
    {
        var yesterday = JapanTime.DateOf(clock.GetCurrentInstant()).PlusDays(-1);
        var rows = await records.ScanAsync(AlarmRows.MailsFrom(yesterday), cancellation).ToListAsync(cancellation);
        var unsent = 0;
        foreach (var latest in rows.GroupBy(r => r.Body.Alarm.Key, (_, of) => of.MaxBy(r => r.Body.At)!))
        {
            if (!latest.Body.IsSettled)
                await SendAsync(latest, edition, cancellation);
            unsent += (await records.ReadAsync(AlarmRows.Mail(latest.Key), cancellation))?.Body.SentAt is null ? 1 : 0;
        }

        return unsent;
    }

    private async Task SendAsync(Row<AlarmMail> row, Edition edition, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (row.Body.BegunAt is { } begunAt && await IsOpenAsync(row, begunAt, now, cancellation))
            return;
        var to = settings.To ?? edition.Contact?.Email ?? senders.Sender;
        var begun = row.Body with
        {
            To = diversion.To(to),
            Tries = row.Body.Tries + 1,
            BegunAt = now,
        };
        var message = await MessageOfAsync(row.Key, begun, to, edition);
        // A conflict means that another process hands it over.
        if ((await records.CommitAsync(AlarmRows.Mail(row.Key).Put(begun, row.Version), cancellation)).Succeeded)
            await HandOverAsync(row.Key, begun, message, cancellation);
    }

    // Of a hand-over that was not answered: whether it is to be left alone.
    private async Task<bool> IsOpenAsync(Row<AlarmMail> row, Instant begunAt, Instant now, CancellationToken cancellation)
    {
        if (now < begunAt + UnderWay)
            return true;
        switch (await mail.AskAsync(new(row.Key, row.Body.To!), cancellation))
        {
            case MailAnswer.Taken:
                await SettleAsync(row.Key, m => m with { SentAt = begunAt, BegunAt = null }, cancellation);
                return true;
            case MailAnswer.NotTaken:
                return false;
            default:
                return now < begunAt + patience.Report || row.Body.Tries >= MostTries;
        }
    }

    private async Task HandOverAsync(
        string id, AlarmMail begun, OutgoingMail message, CancellationToken cancellation)
    {
        try
        {
            await mail.SendAsync(message, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(
                AlarmEvents.Unsent, e, "The mail {Mail} about the alarm {Alarm} was not handed over.", id, begun.Alarm.Key);
            await SettleAsync(id, m => AfterFailure(m, e), cancellation);
            return;
        }

        await SettleAsync(id, m => m with { SentAt = begun.BegunAt, BegunAt = null }, cancellation);
    }

    private static AlarmMail AfterFailure(AlarmMail begun, Exception failure) => failure switch
    {
        MailRefusedException => begun with { Refused = true, BegunAt = null },
        // It surely did not leave, so that the next look tries again, as often as it takes.
        MailNotTakenException => begun with { Tries = begun.Tries - 1, BegunAt = null },
        _ => begun,
    };

    private Task<AlarmMail?> SettleAsync(string id, Func<AlarmMail, AlarmMail> settle, CancellationToken cancellation) =>
        records.ChangeAsync(AlarmRows.Mail(id), now => now is null ? null : settle(now), cancellation);

    private async Task<OutgoingMail> MessageOfAsync(string id, AlarmMail begun, string to, Edition edition)
    {
        var body = await renderer.RenderAsync(begun, edition);
        var name = edition.Contact?.Office ?? "事務局";
        return diversion.Of(new(id, to, name, body.Subject, body.Text, body.Html, begun.BegunAt!.Value));
    }
}
