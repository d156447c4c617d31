using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Programme.Alarms;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Alarms;

/// <summary>
/// Looks for alarms every quarter of an hour and writes the mails about them: one when an alarm is confirmed, one on each
/// later day that it lasts, one when it is over. A mail is on the record with the alarm that it is about before it is handed
/// over. Safe to repeat, and for two processes at once.
/// </summary>
public sealed class OfficeAlarms(
    AlarmReader reader, AlarmMails mails, MailTraffic traffic, IRecords records, IClock clock, ILogger<OfficeAlarms> logger)
{
    /// <summary>After so long without a look, three times its interval, nobody hears of alarms any more.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(45);

    /// <summary>Looks, and hands over what is to be handed over.</summary>
    public async Task LookAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var (alarms, unread) = await reader.ReadAsync(cancellation);
        await KeepAsync(alarms, unread, now, cancellation);
        // Of what is not to be read nobody may think that it is well.
        TedoriMeter.ResultsAtRisk.Record(Count(alarms, unread, AlarmKind.Results));
        TedoriMeter.MailUndelivered.Record(
            Count(alarms, unread, AlarmKind.Delivery) + Count(alarms, unread, AlarmKind.HandOver));
        TedoriMeter.AlarmsUnsent.Record(await mails.SendAsync(reader.EditionOf(now), cancellation));
        await records.CommitAsync(AlarmRows.Look.Upsert(new(now)), cancellation);
        await traffic.DropAsync(cancellation);
    }

    /// <summary>The alarms that last, as they were seen last.</summary>
    public async Task<IReadOnlyList<OpenAlarm>> OpenAsync(CancellationToken cancellation = default) =>
        await records.BodiesAsync(AlarmRows.Open, cancellation).ToListAsync(cancellation);

    /// <summary>When alarms were looked for last, or null where they never were.</summary>
    public async Task<Instant?> LookedAtAsync(CancellationToken cancellation = default) =>
        (await records.ReadAsync(AlarmRows.Look, cancellation))?.Body.At;

    private static int Count(IReadOnlyList<OfficeAlarm> alarms, IReadOnlyList<AlarmKind> unread, AlarmKind kind) =>
        alarms.Count(a => a.Kind == kind) + unread.Count(k => k == kind);

    private async Task KeepAsync(
        IReadOnlyList<OfficeAlarm> alarms, IReadOnlyList<AlarmKind> unread, Instant now, CancellationToken cancellation)
    {
        var open = await records.ScanAsync(AlarmRows.Open, cancellation)
            .ToDictionaryAsync(r => r.Body.Alarm.Key, cancellationToken: cancellation);
        var today = JapanTime.DateOf(now);
        var mailed = await records.ScanAsync(AlarmRows.MailsFrom(today), cancellation).Select(r => r.Key)
            .ToHashSetAsync(cancellationToken: cancellation);
        foreach (var alarm in alarms)
            await RaiseAsync(alarm, open.GetValueOrDefault(alarm.Key), mailed, now, cancellation);
        foreach (var row in open.Values.Where(r => alarms.All(a => a.Key != r.Body.Alarm.Key)))
        {
            if (!unread.Contains(row.Body.Alarm.Kind))
                await EndAsync(row, mailed, now, cancellation);
        }
    }

    private async Task RaiseAsync(
        OfficeAlarm alarm, Row<OpenAlarm>? known, HashSet<string> mailed, Instant now, CancellationToken cancellation)
    {
        var seen = known?.Body.As(alarm) ?? new OpenAlarm(alarm, now, null);
        var due = seen.IsDue(reader.EditionOf(now).Hours.Opens, now);
        var after = due ? seen with { MailedOn = JapanTime.DateOf(now) } : seen;
        if (after == known?.Body)
            return;
        var writes = new List<RowWrite> { AlarmRows.OpenOf(alarm.Key).Put(after, known?.Version) };
        var mail = AlarmRows.Mail(JapanTime.DateOf(now), alarm.Key, over: false);
        // It was over and came back on the same day: once a day is enough.
        if (due && !mailed.Contains(mail.Key))
            writes.Add(mail.Insert(new(after.Alarm, now, Over: false)));
        if (await CommitAsync(writes, cancellation) && due)
            logger.LogError(AlarmEvents.Raised, "There is an alarm: {Alarm}, since {Since}.", alarm.Key, after.Alarm.Since);
    }

    private async Task EndAsync(
        Row<OpenAlarm> ended, HashSet<string> mailed, Instant now, CancellationToken cancellation)
    {
        var alarm = ended.Body.Alarm;
        var writes = new List<RowWrite> { AlarmRows.OpenOf(alarm.Key).Delete(ended.Version) };
        var mail = AlarmRows.Mail(JapanTime.DateOf(now), alarm.Key, over: true);
        // Nobody was told of one that was not confirmed.
        if (ended.Body.MailedOn is not null && !mailed.Contains(mail.Key))
            writes.Add(mail.Insert(new(alarm, now, Over: true)));
        if (await CommitAsync(writes, cancellation) && ended.Body.MailedOn is not null)
            logger.LogWarning(AlarmEvents.Over, "The alarm {Alarm} is over.", alarm.Key);
    }

    // A conflict means that another process saw the same.
    private async Task<bool> CommitAsync(List<RowWrite> writes, CancellationToken cancellation) =>
        (await records.CommitAsync(writes, cancellation)).Succeeded;
}
