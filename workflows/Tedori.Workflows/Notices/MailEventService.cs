using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Takes the mail server's reports, each once by its id, and drops them when no repetition is expected any more: what
/// they said is in the ledger of the notices. Safe to repeat.
/// </summary>
public sealed class MailEventService(
    IRecords records, EditionCatalog editions, NoticeService notices, MailTraffic traffic, IClock clock)
{
    private static readonly RowKey<DroppedReports> Dropped =
        new RowPartition(RecordSet.Office, "watch").Row<DroppedReports>("mailEvents");

    // A report can overtake the commit that follows the sending, by seconds; after an hour there is no such commit.
    private static readonly Duration Patience = Duration.FromHours(1);

    /// <summary>Takes one.</summary>
    public Task<MailEventOutcome> RecordAsync(MailEvent report, CancellationToken cancellation = default) =>
        RecordAsync(report, "", cancellation);

    /// <summary>Takes one that names the message.</summary>
    public async Task<MailEventOutcome> RecordAsync(
        MailEvent report, string messageId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var fate = report.Fate ?? (report.Delivered ? MailFate.Delivered : MailFate.Failed);
        // What is on its way is reported again and again, and another time changes nothing: no row each.
        if (fate is MailFate.Taken or MailFate.Deferred)
            return await PassAsync(report, fate, messageId, cancellation);
        var date = JapanTime.DateOf(report.At);
        // The id is the server's text, which may hold what no row key can.
        var key = PartitionOf(date).Row<MailEvent>(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.EventId))));
        if (await records.ExistsAsync(key, cancellation))
            return MailEventOutcome.Repeated;
        if (await PassAsync(report, fate, messageId, cancellation) is var outcome and not MailEventOutcome.Recorded)
            return outcome;
        // Only now, so that a report which was cut off is taken when it comes again. What is too old to be kept is not
        // kept: taken twice, it changes nothing either.
        if (date >= KeptFrom())
            await records.CommitAsync(key.Insert(report), cancellation);
        await traffic.ReportedAsync(fate is MailFate.Delivered, cancellation);
        return MailEventOutcome.Recorded;
    }

    /// <summary>Drops the reports of the days that are kept no more, from where the last run ended.</summary>
    /// <returns>How many were dropped.</returns>
    public async Task<int> DropAsync(CancellationToken cancellation = default)
    {
        var done = await records.ReadAsync(Dropped, cancellation);
        var from = done?.Body.Through.PlusDays(1) ?? editions.All.SelectMany(e => e.Rounds).Min(r => r.EntryOpens);
        var (kept, dropped) = (KeptFrom(), 0);
        for (var date = from; date < kept; date = date.PlusDays(1))
            dropped += await records.RemoveAsync(PartitionOf(date).All<MailEvent>(), cancellation);
        // A conflict means that another run came as far.
        if (from < kept)
            await records.CommitAsync(Dropped.Put(new(kept.PlusDays(-1)), done?.Version), cancellation);
        return dropped;
    }

    private async Task<MailEventOutcome> PassAsync(
        MailEvent report, MailFate fate, string messageId, CancellationToken cancellation)
    {
        if (await notices.RecordAsync(report.Notice, StateOf(fate), messageId, cancellation))
            return MailEventOutcome.Recorded;
        return clock.GetCurrentInstant() < report.At + Patience ? MailEventOutcome.TryLater : MailEventOutcome.Unknown;
    }

    private static NoticeState StateOf(MailFate fate) => fate switch
    {
        MailFate.Taken => NoticeState.Sent,
        MailFate.Deferred => NoticeState.Deferred,
        MailFate.Delivered => NoticeState.Delivered,
        MailFate.Failed => NoticeState.Bounced,
        MailFate.Dropped => NoticeState.Dropped,
        MailFate.Spam => NoticeState.Spam,
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "Unknown fate."),
    };

    private static RowPartition PartitionOf(LocalDate date) =>
        new(RecordSet.Office, $"mail-events-{LocalDatePattern.Iso.Format(date)}");

    // The longest of all editions: a report says only which notice it is about.
    private LocalDate KeptFrom() =>
        JapanTime.DateOf(clock.GetCurrentInstant()).PlusDays(-editions.All.Max(e => e.Windows.MailEventDays));
}
