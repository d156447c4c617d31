using NodaTime;

namespace Tedori.Programme.Editions;

/// <summary>Periods that are counted from an event. Business days are counted from the next day.</summary>
/// <param name="ResultNoticeBusinessDays">
/// Result notices leave at the latest this many business days after the close of entries.
/// </param>
/// <param name="PublishAt">
/// Time of day on that last business day at which an unpublished result is published, Asia/Tokyo.
/// </param>
/// <param name="PostalSettlementBusinessDays">
/// How long after a deadline the office waits for post before a case lapses.
/// </param>
/// <param name="CorrectionBusinessDays">How long a company has for a correction (補正).</param>
/// <param name="ReminderBusinessDays">Business days before a deadline on which reminders leave, most first.</param>
/// <param name="ReminderAt">
/// Time of day at which reminders leave, also on the day of the deadline itself, Asia/Tokyo.
/// </param>
/// <param name="Drain">How long after the close requests that were received in time may still be committed.</param>
/// <param name="BeaconDelay">How long after the sealing the value that decides the draw comes to exist.</param>
/// <param name="DeliveryTimeout">How long a mail may stay without a delivery report before staff are told.</param>
public sealed record Windows(
    int ResultNoticeBusinessDays,
    LocalTime PublishAt,
    int PostalSettlementBusinessDays,
    int CorrectionBusinessDays,
    IReadOnlyList<int> ReminderBusinessDays,
    LocalTime ReminderAt,
    Duration Drain,
    Duration BeaconDelay,
    Duration DeliveryTimeout)
{
    /// <summary>
    /// For how many days after its date the mail server's report on a mail is kept, to know its repetition; the ledger
    /// of the notices keeps what it said for good.
    /// </summary>
    public int MailEventDays { get; init; } = 90;

    /// <summary>
    /// Until how many business days after a deadline, inclusive, staff may record that a mail which came before it was an
    /// attempt to file (締切前の提出の試み). Null where a mail never counts as one.
    /// </summary>
    public int? AttemptBusinessDays { get; init; }
}
