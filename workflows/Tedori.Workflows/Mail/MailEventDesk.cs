using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Calendar;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Mail;

/// <summary>Takes the mail server's reports, each once by its id. Safe to repeat.</summary>
public sealed class MailEventDesk(IRecords records, NoticeDesk notices, IClock clock)
{
    // A report can overtake the commit that follows the sending, by seconds; after an hour there is no such commit.
    private static readonly Duration Patience = Duration.FromHours(1);

    /// <summary>Takes one.</summary>
    public async Task<MailEventOutcome> RecordAsync(MailEvent report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var partition = $"mail-events-{LocalDatePattern.Iso.Format(JapanTime.DateOf(report.At))}";
        // The id is the server's text, which may hold what no row key can.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.EventId)));
        if (await records.ReadAsync(RecordSet.Office, partition, key, cancellation) is not null)
            return MailEventOutcome.Repeated;
        if (!await notices.RecordDeliveryAsync(report.Notice, report.Delivered, cancellation))
            return clock.GetCurrentInstant() < report.At + Patience ? MailEventOutcome.TryLater : MailEventOutcome.Unknown;
        // Only now, so that a report which was cut off is taken when it comes again.
        await records.CommitAsync(
            RecordSet.Office, partition, [new Write.Insert(key, TedoriJson.Write(report))], cancellation);
        return MailEventOutcome.Recorded;
    }
}
