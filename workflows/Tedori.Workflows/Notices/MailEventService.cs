using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Takes the mail server's reports, each once by its id, and drops them when no repetition is expected any more: what
/// they said is in the ledger of the notices. Safe to repeat.
/// </summary>
public sealed class MailEventService(IRecords records, EditionCatalog editions, NoticeService notices, IClock clock)
{
    private const string Watch = "watch";
    private const string Key = "mailEvents";

    // A report can overtake the commit that follows the sending, by seconds; after an hour there is no such commit.
    private static readonly Duration Patience = Duration.FromHours(1);

    /// <summary>Takes one.</summary>
    public async Task<MailEventOutcome> RecordAsync(MailEvent report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var date = JapanTime.DateOf(report.At);
        // The id is the server's text, which may hold what no row key can.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.EventId)));
        if (await records.ReadAsync(RecordSet.Office, PartitionOf(date), key, cancellation) is not null)
            return MailEventOutcome.Repeated;
        if (!await notices.RecordDeliveryAsync(report.Notice, report.Delivered, cancellation))
            return clock.GetCurrentInstant() < report.At + Patience
                ? MailEventOutcome.TryLater
                : MailEventOutcome.Unknown;
        // Only now, so that a report which was cut off is taken when it comes again. What is too old to be kept is not
        // kept: taken twice, it changes nothing either.
        if (date >= KeptFrom())
        {
            await records.CommitAsync(
                RecordSet.Office, PartitionOf(date), [new Write.Insert(key, TedoriJson.Write(report))], cancellation);
        }

        return MailEventOutcome.Recorded;
    }

    /// <summary>Drops the reports of the days that are kept no more, from where the last run ended.</summary>
    /// <returns>How many were dropped.</returns>
    public async Task<int> DropAsync(CancellationToken cancellation = default)
    {
        var (done, version) = await records.ReadAsync<DroppedReports>(RecordSet.Office, Watch, Key, cancellation);
        var from = done?.Through.PlusDays(1) ?? editions.All.SelectMany(e => e.Rounds).Min(r => r.EntryOpens);
        var (kept, dropped) = (KeptFrom(), 0);
        for (var date = from; date < kept; date = date.PlusDays(1))
            dropped += await DropAsync(date, cancellation);
        if (from < kept)
        {
            // A conflict means that another run came as far.
            var write = RecordsExtensions.Put(Key, new DroppedReports(kept.PlusDays(-1)), version);
            await records.CommitAsync(RecordSet.Office, Watch, [write], cancellation);
        }

        return dropped;
    }

    private static string PartitionOf(LocalDate date) => $"mail-events-{LocalDatePattern.Iso.Format(date)}";

    // The longest of all editions: a report says only which notice it is about.
    private LocalDate KeptFrom() =>
        JapanTime.DateOf(clock.GetCurrentInstant()).PlusDays(-editions.All.Max(e => e.Windows.MailEventDays));

    private async Task<int> DropAsync(LocalDate date, CancellationToken cancellation)
    {
        var old = new List<Write>();
        await foreach (var row in records.ScanAsync(RecordSet.Office, PartitionOf(date), cancellation: cancellation))
            old.Add(new Write.Delete(row.Key, row.Version));
        // A conflict means that another run dropped them.
        foreach (var part in old.Chunk(IRecords.MostWrites))
            await records.CommitAsync(RecordSet.Office, PartitionOf(date), part, cancellation);
        return old.Count;
    }
}
